// Under a form: says that something is not saved yet, saves it, or goes back to what stands.
import { useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { Slot } from '../../ui/Slot.tsx';
import { ActButton } from '../parts/ActButton.tsx';
import { useCommands } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import type { DraftOf } from '../parts/use-draft.ts';
import styles from './SaveBar.module.css';

export function SaveBar({
  draft,
  label,
  dirty = draft.dirty,
  blocked = null,
  command,
}: {
  readonly draft: Omit<DraftOf<unknown>, 'change'>;
  readonly label: string;
  /** Whether there is anything to save. */
  readonly dirty?: boolean;
  /** What is still wrong with the form. */
  readonly blocked?: string | null;
  /** What saves it. */
  readonly command: () => StaffCommand;
}) {
  const text = useText(consoleText);
  const { give, waiting, trouble } = useCommands();
  const [saved, setSaved] = useState(false);
  return (
    <div className={styles['bar']} data-dirty={dirty}>
      <ActButton
        act={draft.act}
        kind="ink"
        label={label}
        blocked={dirty ? blocked : text.nothingChanged}
        waiting={waiting}
        onClick={(event) => {
          const done = () => {
            setSaved(true);
            draft.drop();
          };
          if (isSound(event.currentTarget)) void give(command(), { expects: draft.expects, done });
        }}
      />
      {dirty && (
        <Button
          onClick={() => {
            setSaved(false);
            draft.drop();
          }}
        >
          {text.dropChanges}
        </Button>
      )}
      <span className={styles['state']} role="status">
        {dirty ? (
          <>
            <Slot state="waiting" /> {text.unsaved}
          </>
        ) : (
          saved && (
            <>
              <Slot state="filled" /> {text.saved}
            </>
          )
        )}
      </span>
      <Notice trouble={trouble} instead={{ stale: text.draftStale }} />
    </div>
  );
}

/** Whether every field around says that it is well; else the first one that does not says so. */
function isSound(button: HTMLElement): boolean {
  const around = button.closest('section, form, main') ?? document;
  const wrong = around.querySelector<HTMLInputElement>('input:invalid');
  return wrong?.reportValidity() ?? true;
}
