// A few alternatives side by side, one of them chosen; a note says what the choice means.
import { useId } from 'react';
import styles from './Choice.module.css';

export function Choice<T extends string>({
  label,
  value,
  options,
  onChange,
  note = null,
  barred = null,
  compact = false,
}: {
  readonly label: string;
  readonly value: T;
  readonly options: Readonly<Record<T, string>>;
  readonly onChange: (value: T) => void;
  readonly note?: string | null;
  /** Why nothing can be chosen now. */
  readonly barred?: string | null;
  /** Small, for a narrow column. */
  readonly compact?: boolean;
}) {
  const name = useId();
  return (
    <fieldset className={styles['choice']} disabled={barred !== null} title={barred ?? undefined}>
      <legend>{label}</legend>
      <div className={styles['options']} data-compact={compact}>
        {(Object.entries(options) as [T, string][]).map(([key, word]) => (
          <label key={key} className={styles['option']}>
            <input
              type="radio"
              name={name}
              checked={key === value}
              onChange={() => {
                onChange(key);
              }}
            />
            <span>{word}</span>
          </label>
        ))}
      </div>
      {note !== null && <p className={styles['note']}>{note}</p>}
    </fieldset>
  );
}
