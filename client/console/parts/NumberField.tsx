// A whole number in a narrow field; empty is null, never 0.
import { useId } from 'react';
import styles from './NumberField.module.css';

export function NumberField({
  label,
  value,
  onChange,
  min = 0,
  max,
  step = 1,
  after,
  hideLabel = false,
  disabled = false,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** A unit or a consequence behind the field. */
  readonly after?: string;
  readonly hideLabel?: boolean;
  readonly disabled?: boolean;
}) {
  const id = useId();
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles['label']}>
        {label}
      </label>
      <span className={styles['row']}>
        <input
          id={id}
          type="number"
          inputMode="decimal"
          min={min}
          max={max}
          step={step}
          value={value ?? ''}
          disabled={disabled}
          className={styles['input']}
          onChange={(event) => {
            const typed = event.target.valueAsNumber;
            onChange(Number.isNaN(typed) ? null : typed);
          }}
        />
        {after !== undefined && <span className={styles['after']}>{after}</span>}
      </span>
    </div>
  );
}
