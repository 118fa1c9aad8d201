// The line that is open: − and +, the box between them, which is a key itself, and the way to the next one, unless the keypad
// has it.
import { useEffect, useId, useRef } from 'react';
import type { Line } from '../../../shared/scoring/form.ts';
import { commonText } from '../../../shared/text/common.ts';
import { largeSheetText } from '../../../shared/text/large-sheet.ts';
import { phoneText } from '../../../shared/text/phone.ts';
import { writtenText } from '../../../shared/text/written.ts';
import { useText } from '../../ui/language.ts';
import { widthInEms } from '../../ui/name-width.ts';
import { Chips } from '../score/Chips.tsx';
import { passOf, stepped } from '../score/typed.ts';
import { useWhyRefused } from '../written/use-why-refused.ts';
import type { LineBox } from './use-line.ts';
import styles from './LargeSheet.module.css';

/** Characters that the larger letters have room for. */
const SHORT_NAME = 10;

/** Of a line: past it, to the next one, or to the key that hands the sheet in; `last` lacks its mark alone. */
export type WayOn = 'skip' | 'next' | 'last' | 'toSubmit';

export function OpenLine({
  line,
  score,
  box,
  pad,
  wayOn,
  start,
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
  readonly wayOn: WayOn;
  /** Where − and + begin while nothing is scored. */
  readonly start: number | undefined;
  /** It was opened by its person, and not by the page's beginning. */
  readonly takesFocus: boolean;
  readonly onScore: (score: number) => void;
  readonly onType: () => void;
  readonly onNext: () => void;
}) {
  const text = useText(largeSheetText);
  const { outOf } = useText(commonText);
  const { less, more } = useText(phoneText).sheet;
  const { keys } = useText(writtenText);
  const whyRefused = useWhyRefused();
  const title = useId();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) section.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  // What is said of a refused key takes a line of its own on a narrow glass.
  const refused = box?.refused;
  useEffect(() => {
    // A hall's older phones know no better than this.
    if (takesFocus || pad) section.current?.scrollIntoView({ block: 'nearest' });
  }, [takesFocus, pad, refused]);
  const { name, max } = line;
  const by = (steps: number) => () => {
    if (!('step' in line)) return;
    onScore(score === undefined ? (start ?? passOf(line)) : stepped(line, score, steps));
  };
  return (
    <section ref={section} className={styles['open']} aria-labelledby={title} tabIndex={-1}>
      <div className={styles['top']}>
        <h2 id={title} data-long={widthInEms(name) > SHORT_NAME}>
          {name}
        </h2>
        {refused && 'step' in line ? (
          <strong role="alert">{whyRefused(line, box.text)}</strong>
        ) : (
          <p>{outOf(max)}</p>
        )}
      </div>
      {'step' in line ? (
        <div className={styles['stepper']}>
          <button
            type="button"
            className={styles['step']}
            aria-label={less(name)}
            aria-disabled={score === 0}
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
            {box?.text === '' ? <small>{text.type}</small> : !pad && <small>{text.change}</small>}
          </button>
          <button
            type="button"
            className={styles['step']}
            aria-label={more(name)}
            aria-disabled={score === Number(max)}
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
      {pad ? null : wayOn === 'skip' || wayOn === 'next' ? (
        <button
          type="button"
          className={styles['next']}
          data-skips={wayOn === 'skip'}
          onClick={onNext}
        >
          {wayOn === 'skip' ? keys.skip : text.next}
        </button>
      ) : (
        <p className={styles['end']}>{text[wayOn === 'last' ? 'last' : 'done']}</p>
      )}
    </section>
  );
}
