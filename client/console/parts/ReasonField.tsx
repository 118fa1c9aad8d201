// Why something is done, for the record.
import { consoleText } from '../../../shared/text/console.ts';
import { Field } from '../../ui/Field.tsx';
import { useText } from '../../ui/language.ts';

export function ReasonField({
  value,
  autoFocus = false,
  aboutPerson = false,
  onChange,
}: {
  readonly value: string;
  readonly autoFocus?: boolean;
  /** The words go with the people’s data one day; else they stay for good. */
  readonly aboutPerson?: boolean;
  readonly onChange: (value: string) => void;
}) {
  const text = useText(consoleText).reason;
  return (
    <Field
      label={text.label}
      hint={aboutPerson ? text.hintPerson : text.hint}
      value={value}
      maxLength={400}
      autoFocus={autoFocus}
      autoComplete="off"
      live
      onText={onChange}
    />
  );
}
