// An act that goes on record with its reason: what it is, why, and the button that does it.
import { useState, type ReactNode } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import type {
  Expectation,
  StaffCommand,
  StaffCommandOf,
} from '../../../shared/meeting/commands.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { ActButton } from './ActButton.tsx';
import { useCommands } from './console-context.ts';
import { Notice } from './Notice.tsx';
import { ReasonField } from './ReasonField.tsx';
import { SureButton } from './SureButton.tsx';

export function ReasonedForm<A extends StaffCommand['type']>({
  name,
  className,
  act,
  label,
  blocked = null,
  command,
  expects,
  autoFocus = false,
  aboutPerson = false,
  twice = false,
  onClose,
  children,
}: {
  /** Of the form, where no dialog around it has one. */
  readonly name?: string | undefined;
  readonly className?: string | undefined;
  readonly act: A;
  /** Of the button that does it. */
  readonly label: string;
  /** Why it cannot be done at all, whatever the reason. */
  readonly blocked?: string | null;
  /** null only where `blocked` says why. */
  readonly command: (reason: string) => StaffCommandOf<NoInfer<A>> | null;
  /** What the screen showed when the question was asked; absent: what it shows now. */
  readonly expects?: Expectation;
  /** Where nothing else is to be filled in. */
  readonly autoFocus?: boolean;
  readonly aboutPerson?: boolean;
  /** Hard to take back: the button is needed twice, and Enter does nothing. */
  readonly twice?: boolean;
  /** Done, or given up. Absent: the form stays, and is emptied. */
  readonly onClose?: (() => void) | undefined;
  readonly children: ReactNode;
}) {
  const text = useText(consoleText);
  const [reason, setReason] = useState('');
  const { busy, trouble, ...commands } = useCommands();
  const give = () => {
    const given = command(reason.trim());
    if (!given) return;
    void commands.give(given, expects).then((done) => {
      if (!done) return;
      setReason('');
      onClose?.();
    });
  };
  const button = {
    act,
    kind: 'ink',
    label,
    blocked: blocked ?? (reason.trim() === '' ? text.reason.missing : null),
    waiting: busy ? text.sending : null,
  } as const;
  return (
    <form
      className={className}
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        if (!twice) give();
      }}
    >
      {children}
      <ReasonField
        value={reason}
        autoFocus={autoFocus}
        aboutPerson={aboutPerson}
        onChange={setReason}
      />
      <div className="flex wrap gap-s">
        {twice ? <SureButton {...button} onSure={give} /> : <ActButton {...button} type="submit" />}
        {onClose && <Button onClick={onClose}>{text.cancel}</Button>}
      </div>
      <Notice trouble={trouble} />
    </form>
  );
}
