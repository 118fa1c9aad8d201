// An act that goes on record with its reason: void a draw, reopen a round, repeat it.
import { useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useText } from '../../ui/language.ts';
import { ActButton } from './ActButton.tsx';
import { useCommands } from './console-context.ts';
import { Notice } from './Notice.tsx';
import styles from './ReasonAct.module.css';

export function ReasonAct({
  label,
  what,
  command,
}: {
  readonly label: string;
  /** What will happen, as a sentence. */
  readonly what: string;
  readonly command: (reason: string) => StaffCommand;
}) {
  const text = useText(consoleText);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { give, busy, trouble } = useCommands();
  if (!open)
    return (
      <ActButton
        area="stage"
        label={`${label}…`}
        onClick={() => {
          setOpen(true);
        }}
      />
    );
  return (
    <form
      className={styles['form']}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void give(command(reason.trim())).then((done) => {
          if (done) setOpen(false);
        });
      }}
    >
      <p>{what}</p>
      <Field
        label={text.reason.label}
        hint={text.reason.hint}
        value={reason}
        maxLength={400}
        autoFocus
        onChange={(event) => {
          setReason(event.target.value);
        }}
      />
      <div className={styles['buttons']}>
        <ActButton
          area="stage"
          type="submit"
          kind="ink"
          label={label}
          blocked={reason.trim() === '' ? text.reason.missing : null}
          waiting={busy ? text.sending : null}
        />
        <Button
          onClick={() => {
            setOpen(false);
          }}
        >
          {text.cancel}
        </Button>
      </div>
      <Notice trouble={trouble} />
    </form>
  );
}
