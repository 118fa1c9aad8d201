// A field for a list that is typed as text: it is read when it makes sense, and kept as typed until then.
import { useState } from 'react';
import { Field } from '../../ui/Field.tsx';

export function TextField<T>({
  label,
  hint,
  value,
  textOf,
  read,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: T;
  readonly textOf: (value: T) => string;
  /** null for what makes no sense. */
  readonly read: (text: string) => T | null;
  readonly onChange: (value: T) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = textOf(value);
  return (
    <Field
      label={label}
      hint={hint}
      autoComplete="off"
      maxLength={400}
      aria-invalid={typed !== null && read(typed) === null}
      value={typed ?? shown}
      onText={(text) => {
        const made = read(text);
        setTyped(text);
        if (made !== null) onChange(made);
      }}
      onBlur={() => {
        if (typed !== null && read(typed) !== null) setTyped(null);
      }}
    />
  );
}
