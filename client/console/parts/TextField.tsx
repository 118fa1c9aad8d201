// A line of text in a table of forms: its label stands in the table's head instead.
import { useId } from 'react';
import { TypedInput } from '../../ui/TypedInput.tsx';
import styles from './NumberField.module.css';

export function TextField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <TypedInput
        id={id}
        type="text"
        value={value}
        maxLength={120}
        className={styles['text']}
        live
        onText={onChange}
      />
    </div>
  );
}
