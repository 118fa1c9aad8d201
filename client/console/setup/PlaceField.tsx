// A row's number, typed anew to move the row there: Enter or leaving the field moves, Escape leaves all as it was.
import { useRef, useState } from 'react';
import styles from './PlaceField.module.css';

export function PlaceField({
  label,
  n,
  of,
  onMove,
}: {
  readonly label: string;
  /** Where the row stands, from 1. */
  readonly n: number;
  readonly of: number;
  /** Called with another place from 1 to `of`. */
  readonly onMove: (to: number) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const dropped = useRef(false);
  const move = () => {
    const to = Math.min(of, Number(typed));
    setTyped(null);
    if (!dropped.current && typed !== null && to >= 1 && to !== n) onMove(to);
  };
  return (
    <input
      className={styles['place']}
      type="text"
      inputMode="numeric"
      autoComplete="off"
      maxLength={4}
      aria-label={label}
      title={label}
      data-control="place"
      value={typed ?? String(n)}
      onFocus={(event) => {
        dropped.current = false;
        event.target.select();
      }}
      onChange={(event) => {
        setTyped(event.target.value.normalize('NFKC').replace(/\D/g, ''));
      }}
      onBlur={move}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') {
          event.preventDefault();
          move();
        }
        if (event.key === 'Escape') {
          dropped.current = true;
          event.currentTarget.blur();
        }
      }}
    />
  );
}
