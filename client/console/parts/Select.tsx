// A labelled choice among many.
import { useId } from 'react';
import styles from './NumberField.module.css';

export function Select<T extends string>({
  label,
  value,
  options,
  onChange,
  disabled = false,
  autoFocus = false,
}: {
  readonly label: string;
  /** "" where there is nothing to choose. */
  readonly value: T | '';
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: NoInfer<T>) => void;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
}) {
  const id = useId();
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className="bold">
        {label}
      </label>
      <select
        id={id}
        value={value}
        disabled={disabled}
        autoFocus={autoFocus}
        onChange={(event) => {
          onChange(event.target.value as T);
        }}
      >
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  );
}
