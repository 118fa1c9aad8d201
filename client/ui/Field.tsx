// A labelled input; what is wrong with it stands below it, in ink, as a sentence.
import { useId } from 'react';
import styles from './Field.module.css';
import { TypedInput, type TypedInputProps } from './TypedInput.tsx';

export interface FieldProps extends Omit<TypedInputProps, 'className' | 'id'> {
  readonly label: string;
  readonly hint?: string | null | undefined;
  readonly error?: string | null | undefined;
}

export function Field({ label, hint, error, ...input }: FieldProps) {
  const id = useId();
  const note = error ?? hint;
  const wrong = typeof error === 'string';
  return (
    <div className={styles['field']}>
      <label className="bold" htmlFor={id}>
        {label}
      </label>
      <TypedInput
        {...input}
        id={id}
        className={styles['input']}
        aria-invalid={wrong}
        aria-describedby={typeof note === 'string' ? `${id}-note` : undefined}
      />
      <p
        id={`${id}-note`}
        className={wrong ? styles['error'] : styles['hint']}
        role={wrong ? 'alert' : undefined}
      >
        {note}
      </p>
    </div>
  );
}
