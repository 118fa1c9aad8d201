// One line of the sheet: name and maximum, a stepper with typed entry, a ruler. Unscored is never 0.
import { useState } from 'react';
import { commonText } from '../../shared/text/common.ts';
import { phoneText } from '../../shared/text/phone.ts';
import type { Criterion as Line } from '../../shared/scoring/sheet.ts';
import { useText } from '../ui/language.ts';
import { Ruler } from './Ruler.tsx';
import { readTyped } from './typed.ts';
import styles from './Criterion.module.css';

export function Criterion({
  line,
  score,
  onScore,
}: {
  readonly line: Line;
  readonly score: number | undefined;
  readonly onScore: (score: number | undefined) => void;
}) {
  const text = useText(phoneText).sheet;
  const { outOf } = useText(commonText);
  /** What stands in the box while it is no score of this line; null shows the score. */
  const [typed, setTyped] = useState<string | null>(null);
  const { name, max, step } = line;
  const wrong = typed !== null && typed !== '';

  const set = (value: number) => {
    setTyped(null);
    onScore(Math.min(max, Math.max(0, value)));
  };
  return (
    <section className={styles['criterion']} aria-label={name}>
      <div className={styles['top']}>
        <div className={styles['name']}>
          <h2>{name}</h2>
          <p className={wrong ? styles['wrong'] : undefined} role={wrong ? 'alert' : undefined}>
            {wrong ? text.wrong(max, step) : outOf(max)}
          </p>
        </div>
        <div className={styles['stepper']} data-unscored={score === undefined}>
          <button
            type="button"
            aria-label={text.less(name)}
            aria-disabled={score === 0}
            onClick={() => {
              set((score ?? 0) - step);
            }}
          >
            −
          </button>
          <input
            inputMode="numeric"
            autoComplete="off"
            enterKeyHint="done"
            aria-label={text.type(name)}
            aria-invalid={wrong}
            value={typed ?? score ?? ''}
            onFocus={(event) => {
              event.target.select();
            }}
            onChange={(event) => {
              const read = readTyped(event.target.value, line);
              setTyped(read === null ? event.target.value : null);
              onScore(read ?? undefined);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.currentTarget.blur();
              if (event.key === 'ArrowUp') set((score ?? 0) + step);
              if (event.key === 'ArrowDown') set((score ?? 0) - step);
            }}
          />
          <button
            type="button"
            aria-label={text.more(name)}
            aria-disabled={score === max}
            onClick={() => {
              set((score ?? 0) + step);
            }}
          >
            +
          </button>
        </div>
      </div>
      <Ruler line={line} score={score} onScore={set} />
    </section>
  );
}
