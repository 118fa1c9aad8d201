// Under a form: says that something is not saved yet, saves it, or goes back to what stands.
import { consoleText } from '../../../shared/text/console.ts';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { Slot } from '../../ui/Slot.tsx';
import { ActButton } from '../parts/ActButton.tsx';
import { Notice } from '../parts/Notice.tsx';
import type { Action } from '../parts/use-action.ts';
import styles from './SaveBar.module.css';

export function SaveBar({
  act,
  label,
  dirty,
  blocked = null,
  action,
  onSave,
  onDrop,
}: {
  /** What saves it. */
  readonly act: StaffCommand['type'];
  readonly label: string;
  readonly dirty: boolean;
  /** What is still wrong with the form. */
  readonly blocked?: string | null;
  readonly action: Action;
  readonly onSave: () => void;
  readonly onDrop: () => void;
}) {
  const text = useText(consoleText);
  return (
    <div className={styles['bar']} data-dirty={dirty}>
      <ActButton
        act={act}
        kind="ink"
        label={label}
        blocked={dirty ? blocked : text.nothingChanged}
        waiting={action.busy ? text.sending : null}
        onClick={(event) => {
          if (isSound(event.currentTarget)) onSave();
        }}
      />
      {dirty && <Button onClick={onDrop}>{text.dropChanges}</Button>}
      <span className={styles['state']} role="status">
        {dirty && (
          <>
            <Slot state="waiting" /> {text.unsaved}
          </>
        )}
      </span>
      <Notice trouble={action.trouble} instead={{ stale: text.draftStale }} />
    </div>
  );
}

/** Whether every field around says that it is well; else the first one that does not says so. */
function isSound(button: HTMLElement): boolean {
  const around = button.closest('section, form, main') ?? document;
  const wrong = around.querySelector<HTMLInputElement>('input:invalid');
  return wrong?.reportValidity() ?? true;
}
