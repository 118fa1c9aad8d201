// One line that is scored by steps: name and maximum, a stepper with typed entry, a ruler. Unscored is never 0.
import { useState } from 'react';
import { commonText } from '../../../shared/text/common.ts';
import { phoneText } from '../../../shared/text/phone.ts';
import { useText } from '../../ui/language.ts';
import { TypedInput } from '../../ui/TypedInput.tsx';
import { Ruler } from './Ruler.tsx';
import { passOf, readTyped, stepped, type Stepped } from './typed.ts';
import styles from './Criterion.module.css';

export function Criterion({
  line,
  score,
  onScore,
  start = passOf(line),
}: {
  readonly line: Stepped;
  readonly score: number | undefined;
  readonly onScore: (score: number | undefined) => void;
  /** Where − and + begin while nothing is scored. */
  readonly start?: number | undefined;
}) {
  const text = useText(phoneText).sheet;
  const { outOf } = useText(commonText);
  /** As it was typed, until the box is left: nothing is rewritten under the hand. */
  const [typed, setTyped] = useState<string | null>(null);
  const { name, max, step } = line;
  const read = typed === null ? null : readTyped(typed, line);
  // Where the score has changed otherwise, that is what stands.
  const own = (read ?? undefined) === score ? typed : null;
  const wrong = own !== null && own.trim() !== '' && read === null;

  const set = (value: number | undefined) => {
    setTyped(null);
    onScore(value);
  };
  const move = (by: number) => {
    set(score === undefined ? start : stepped(line, score, by));
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
            className="bare"
            data-repeats
            aria-label={text.less(name)}
            aria-disabled={score === 0}
            onClick={() => {
              move(-1);
            }}
          >
            −
          </button>
          <TypedInput
            inputMode={step.includes('.') ? 'decimal' : 'numeric'}
            autoComplete="off"
            enterKeyHint="done"
            aria-label={text.type(name)}
            aria-invalid={wrong}
            value={own ?? (score === undefined ? '' : String(score))}
            onFocus={(event) => {
              event.target.select();
            }}
            onText={(next) => {
              setTyped(next);
              onScore(readTyped(next, line) ?? undefined);
            }}
            onBlur={(event) => {
              if (readTyped(event.target.value, line) !== null) setTyped(null);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.currentTarget.blur();
              if (event.key === 'ArrowUp') move(1);
              if (event.key === 'ArrowDown') move(-1);
            }}
          />
          <button
            type="button"
            className="bare"
            data-repeats
            aria-label={text.more(name)}
            aria-disabled={score === Number(max)}
            onClick={() => {
              move(1);
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
