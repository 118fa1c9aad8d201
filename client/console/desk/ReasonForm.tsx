// An act at the desk that goes on record with its reason: what it means, the reason, then two presses.
import { useState, type ReactNode } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { useCommands } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { ReasonField } from '../parts/ReasonField.tsx';
import { SureButton } from '../parts/SureButton.tsx';
import styles from './Desk.module.css';

export function ReasonForm({
  title,
  label,
  blocked = null,
  command,
  onDone,
  children,
}: {
  readonly title: string;
  readonly label: string;
  /** Why it cannot be done at all, whatever the reason. */
  readonly blocked?: string | null;
  readonly command: (reason: string) => StaffCommand;
  /** Done, or given up. Absent: the form stays, and is emptied. */
  readonly onDone?: () => void;
  readonly children: ReactNode;
}) {
  const text = useText(consoleText);
  const [reason, setReason] = useState('');
  const { give, busy, trouble } = useCommands();
  const missing = reason.trim() === '' ? text.reason.missing : null;
  return (
    <section aria-label={title} className={styles['form']}>
      <h4>{title}</h4>
      {children}
      <ReasonField
        aboutPerson
        value={reason}
        autoFocus={onDone !== undefined}
        onChange={setReason}
      />
      <div className={styles['buttons']}>
        <SureButton
          area="desk"
          kind="ink"
          label={label}
          blocked={blocked ?? missing}
          waiting={busy ? text.sending : null}
          onSure={() =>
            void give(command(reason.trim())).then((done) => {
              if (!done) return;
              setReason('');
              onDone?.();
            })
          }
        />
        {onDone && <Button onClick={onDone}>{text.cancel}</Button>}
      </div>
      <Notice trouble={trouble} />
    </section>
  );
}
