// An act that goes on record with its reason: what it is, why, and the button that does it.
import { useState, type ReactNode } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import type {
  Expectation,
  StaffCommand,
  StaffCommandOf,
} from '../../../shared/meeting/commands.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useText } from '../../ui/language.ts';
import { ActButton } from './ActButton.tsx';
import { useCommands } from './console-context.ts';
import { Form } from './Form.tsx';
import { Notice } from './Notice.tsx';
import { SureButton } from './SureButton.tsx';

export interface ReasonedFormProps<A extends StaffCommand['type']> {
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
  /** The words go with the people’s data one day; else they stay for good. */
  readonly aboutPerson?: boolean;
  /** Hard to take back: the button is needed twice, and Enter does nothing. */
  readonly twice?: boolean;
  /** Done, or given up. Absent: the form stays, and is emptied. */
  readonly onClose?: (() => void) | undefined;
  readonly children: ReactNode;
}

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
}: ReasonedFormProps<A>) {
  const text = useText(consoleText);
  const [reason, setReason] = useState('');
  const { waiting, trouble, ...commands } = useCommands();
  const done = () => {
    setReason('');
    onClose?.();
  };
  const give = () => {
    const given = command(reason.trim());
    if (given) void commands.give(given, { expects, done });
  };
  const button = {
    act,
    kind: 'ink',
    label,
    blocked: blocked ?? (reason.trim() === '' ? text.reason.missing : null),
    waiting,
  } as const;
  return (
    <Form
      className={className}
      aria-label={name}
      onSubmit={() => {
        if (!twice) give();
      }}
    >
      {children}
      <Field
        label={text.reason.label}
        hint={aboutPerson ? text.reason.hintPerson : text.reason.hint}
        value={reason}
        maxLength={400}
        autoFocus={autoFocus}
        autoComplete="off"
        live
        onText={setReason}
      />
      <div className="flex wrap gap-s">
        {twice ? <SureButton {...button} onSure={give} /> : <ActButton {...button} type="submit" />}
        {onClose && <Button onClick={onClose}>{text.cancel}</Button>}
      </div>
      <Notice trouble={trouble} />
    </Form>
  );
}
