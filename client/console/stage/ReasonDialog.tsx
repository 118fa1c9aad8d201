// An act on the agenda that goes on record with its reason.
import { useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import type { Expectation, StaffCommand } from '../../../shared/meeting/commands.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useCommands } from '../parts/console-context.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Notice } from '../parts/Notice.tsx';
import styles from './AgendaDialogs.module.css';

export function ReasonDialog({
  title,
  means,
  label,
  command,
  expects,
  onClose,
}: {
  readonly title: string;
  readonly means: string;
  readonly label: string;
  readonly command: (reason: string) => StaffCommand;
  /** What the screen showed when the question was asked. */
  readonly expects: Expectation;
  readonly onClose: () => void;
}) {
  const text = useText(consoleText);
  const [reason, setReason] = useState('');
  const { give, busy, trouble } = useCommands();
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void give(command(reason.trim()), expects).then((done) => {
            if (done) onClose();
          });
        }}
      >
        <p>{means}</p>
        <Field
          label={text.reason.label}
          hint={text.reason.hint}
          value={reason}
          maxLength={400}
          autoFocus
          autoComplete="off"
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
        <div className={styles['buttons']}>
          <ActButton
            area="roster"
            type="submit"
            kind="ink"
            label={label}
            blocked={reason.trim() === '' ? text.reason.missing : null}
            waiting={busy ? text.sending : null}
          />
          <Button onClick={onClose}>{text.cancel}</Button>
        </div>
        <Notice trouble={trouble} />
      </form>
    </Dialog>
  );
}
