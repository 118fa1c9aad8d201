// A unit that is given one number: its box stands above the keypad that fills it.
import { writtenText } from '../../../shared/text/written.ts';
import { useText } from '../../ui/language.ts';
import { limitWords } from './limit-words.ts';
import { digitsOf } from './number-keys.ts';
import { OpenUnit } from './OpenUnit.tsx';
import type { ShownLeft } from './row-limit.ts';
import { useUnitWords } from './use-unit-words.ts';
import { useWhyRefused } from './use-why-refused.ts';
import type { NumberBox } from './use-number.ts';
import type { Row } from './written-rows.ts';
import styles from './OpenNumber.module.css';

export function OpenNumber({
  row,
  box,
  left,
  narrow,
  tiny,
  more,
}: {
  readonly row: Row;
  readonly box: NumberBox;
  readonly left: ShownLeft | null;
  /** The glass has no room for the longer hint. */
  readonly narrow: boolean;
  readonly tiny: boolean;
  readonly more: Parameters<typeof OpenUnit>[0]['more'];
}) {
  const text = useText(writtenText);
  const whyRefused = useWhyRefused();
  const { stands, refused } = useUnitWords(row);
  const { max, step } = box.line;
  const digits = digitsOf(box.line);
  const hint =
    digits !== null && narrow
      ? text.hints.digitsShort(digits)
      : digits !== null && step === '1'
        ? text.hints.digits(max, digits)
        : step === '1'
          ? text.hints.whole(max)
          : text.hints.steps(max, step);
  const said =
    box.refused === 'no-mark'
      ? whyRefused(box.line, box.text)
      : box.refused
        ? limitWords(text, box.refused, left)
        : refused;
  return (
    <OpenUnit
      row={row}
      tiny={tiny}
      hint={stands ?? hint}
      said={said}
      reports={false}
      more={more}
      beside={
        <p
          className={styles['box']}
          data-selected={box.fresh}
          style={{ minWidth: `calc(${max.length + (step.includes('.') ? 2 : 0)}ch + 1.2rem)` }}
        >
          <span className="visually-hidden">{box.text === '' ? text.noScore : text.score}</span>
          <span className={styles['number']}>{box.text}</span>
        </p>
      }
    />
  );
}
