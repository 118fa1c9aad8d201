// Calm and in time: when this session ends, and the one thing that helps. It moves nothing that a hand may be reaching for.
import { useState } from 'react';
import { consoleText } from '../../shared/text/console.ts';
import { Button } from '../ui/Button.tsx';
import { useLanguage, useText } from '../ui/language.ts';
import { useOpen } from '../ui/use-open.ts';
import { whenIn } from '../ui/when.ts';
import { LogInForm } from './login/LogInForm.tsx';
import { Dialog } from './parts/Dialog.tsx';
import { enterAgain, stay, useSessionPart } from './parts/session.ts';
import { timeText } from '../parts/time.ts';
import styles from './SessionBar.module.css';

/** `zone`: the meeting's; on a page of no meeting this device's own. */
export function SessionBar({ zone }: { readonly zone: string | null }) {
  const text = useText(consoleText);
  const standing = useSessionPart((session) => session.standing);
  const staff = useSessionPart((session) => session.staff);
  const language = useLanguage();
  const entering = useOpen();
  // Half a day ahead it may wait; it comes back in the last hour.
  const [put, setPut] = useState(false);
  if (standing?.kind !== 'unused' && standing?.kind !== 'last') return null;
  const { kind, at, isNear } = standing;
  if (put && !isNear) return null;
  const place = zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <aside className={styles['bar']} role="status">
      <p>
        {text.session[kind](kind === 'last' ? whenIn(place, at, language) : timeText(at, place))}
      </p>
      <Button
        kind="ink"
        onClick={() => {
          if (kind === 'unused') void stay();
          else entering.setOpen(true);
        }}
      >
        {kind === 'unused' ? text.session.stay : text.session.enterNow}
      </Button>
      {!isNear && (
        <Button
          onClick={() => {
            setPut(true);
          }}
        >
          {text.session.later}
        </Button>
      )}
      {entering.open && (
        <Dialog title={text.session.enterNow} onClose={entering.close}>
          <p>{text.session.keptNow}</p>
          <LogInForm
            known={staff?.name ?? ''}
            onDone={() => {
              entering.close();
              void enterAgain();
            }}
          />
        </Dialog>
      )}
    </aside>
  );
}
