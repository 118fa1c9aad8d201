// A line of text in a table of forms: its label may stand in the table's head instead.
import { useId } from 'react';
import { TypedInput } from '../../ui/TypedInput.tsx';
import styles from './NumberField.module.css';

export function TextField({
  label,
  value,
  onChange,
  hideLabel = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hideLabel?: boolean;
}) {
  const id = useId();
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles['label']}>
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
