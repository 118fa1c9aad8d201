// A row's number, typed anew to move the row there: Enter or leaving the field moves, Escape leaves all as it was.
import { useId, useRef, useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import { readWhole } from '../../../shared/typed-number.ts';
import { useText } from '../../ui/language.ts';
import { TypedInput } from '../../ui/TypedInput.tsx';
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
  const text = useText(consoleText).agenda;
  const [typed, setTyped] = useState<string | null>(null);
  const dropped = useRef(false);
  const id = useId();
  const wrong = typed !== null && typed.trim() !== '' && !readWhole(typed);
  const move = (text: string) => {
    const to = readWhole(text);
    setTyped(null);
    if (!dropped.current && to && to !== n) onMove(Math.min(of, to));
  };
  return (
    <span className="fixed anchor">
      <TypedInput
        className={styles['place']}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        aria-label={label}
        title={label}
        data-control="place"
        aria-invalid={wrong}
        aria-describedby={wrong ? id : undefined}
        value={typed ?? String(n)}
        onFocus={(event) => {
          dropped.current = false;
          event.target.select();
        }}
        onText={setTyped}
        onBlur={(event) => {
          move(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            if (!wrong) move(event.currentTarget.value);
          }
          if (event.key === 'Escape') {
            dropped.current = true;
            event.currentTarget.blur();
          }
        }}
      />
      {wrong && (
        <span id={id} className={styles['wrong']} role="alert">
          {text.placeWrong(of)}
        </span>
      )}
    </span>
  );
}
