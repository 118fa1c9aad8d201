// The line that is open: − and +, the box between them, which is a key itself, and the way to the next one.
import { useEffect, useId, useRef } from 'react';
import type { Line } from '../../../shared/scoring/form.ts';
import { commonText } from '../../../shared/text/common.ts';
import { largeText } from '../../../shared/text/large.ts';
import { phoneText } from '../../../shared/text/phone.ts';
import { useText } from '../../ui/language.ts';
import { widthInEms } from '../../ui/name-width.ts';
import { Chips } from '../score/Chips.tsx';
import { stepped } from '../score/typed.ts';
import type { LineBox } from './use-line.ts';
import styles from './LargeSheet.module.css';

/** Characters that the larger letters have room for. */
const SHORT_NAME = 10;

export function OpenLine({
  line,
  score,
  box,
  pad,
  isLast,
  takesFocus,
  onScore,
  onType,
  onNext,
}: {
  readonly line: Line;
  readonly score: number | undefined;
  /** null on a line of grades. */
  readonly box: LineBox | null;
  /** The keypad is open. */
  readonly pad: boolean;
  /** Every other line has its mark. */
  readonly isLast: boolean;
  /** It was opened by its person, and not by the page's beginning. */
  readonly takesFocus: boolean;
  readonly onScore: (score: number) => void;
  readonly onType: () => void;
  readonly onNext: () => void;
}) {
  const text = useText(largeText);
  const { outOf } = useText(commonText);
  const { wrong, less, more } = useText(phoneText).sheet;
  const title = useId();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) section.current?.focus({ preventScroll: true });
    // A hall's older phones know no better than this.
    if (takesFocus || pad) section.current?.scrollIntoView({ block: 'nearest' });
  }, [takesFocus, pad]);
  const { name, max } = line;
  const by = (steps: number) => () => {
    if (score !== undefined && 'step' in line) onScore(stepped(line, score, steps));
  };
  const refused = box?.refused && 'step' in line;
  return (
    <section ref={section} className={styles['open']} aria-labelledby={title} tabIndex={-1}>
      <div className={styles['top']}>
        <h2 id={title} data-long={widthInEms(name) > SHORT_NAME}>
          {name}
        </h2>
        {refused ? <strong role="alert">{wrong(max, line.step)}</strong> : <p>{outOf(max)}</p>}
      </div>
      {'step' in line ? (
        <div className={styles['stepper']}>
          <button
            type="button"
            className={styles['step']}
            aria-label={less(name)}
            aria-disabled={score === undefined || score === 0}
            onClick={by(-1)}
          >
            −
          </button>
          <button
            type="button"
            className={styles['box']}
            aria-expanded={pad}
            data-unscored={score === undefined}
            onClick={onType}
          >
            <span className="visually-hidden">{text.score(name)}</span>
            <strong data-long={(box?.text.length ?? 0) > 3}>{box?.text}</strong>
            <small>{text.type}</small>
          </button>
          <button
            type="button"
            className={styles['step']}
            aria-label={more(name)}
            aria-disabled={score === undefined || score === Number(max)}
            onClick={by(1)}
          >
            +
          </button>
        </div>
      ) : (
        <Chips
          scale={line.scale}
          score={score}
          labelledBy={title}
          isUsedUp={() => false}
          onScore={onScore}
        />
      )}
      <button type="button" className={styles['next']} onClick={onNext}>
        {isLast && score !== undefined ? text.done : text.next}
      </button>
    </section>
  );
}
