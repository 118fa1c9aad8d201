// A row of dice as it is read aloud, grouped in fives while it is typed; what is on no die is said, not dropped.
import { useId } from 'react';
import type { DiceReading } from '../../../shared/dice-reading.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import { TypedInput } from '../../ui/TypedInput.tsx';
import styles from './Dice.module.css';

const GROUP = 5;

export function DiceField({
  label,
  count,
  six,
  reading: { row, stray },
  hidden,
  disabled,
  onType,
}: {
  readonly label: string;
  readonly count: number;
  readonly six: boolean;
  readonly reading: DiceReading;
  /** Shown as dots. */
  readonly hidden: boolean;
  readonly disabled: boolean;
  readonly onType: (typed: string) => void;
}) {
  const text = useText(consoleText).dice;
  const id = useId();
  const have = Array.from(row).length;
  const wrong = stray
    ? text.stray(stray.place, stray.character, six)
    : have > count
      ? text.surplus(have - count)
      : null;
  return (
    <div
      className={styles['reading']}
      // As wide as a whole row and its gaps, in digits of the sheet's size.
      style={{
        width: `calc(${String(grouped('·'.repeat(count)).length)} * 0.605 * var(--t4) + var(--s6))`,
      }}
    >
      <label htmlFor={id} className={styles['label']}>
        {label} <span className={styles['count']}>{text.of(have, count)}</span>
      </label>
      <TypedInput
        id={id}
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        disabled={disabled}
        className={`${styles['digits'] ?? ''} ${hidden ? (styles['hidden'] ?? '') : ''}`}
        placeholder={grouped('·'.repeat(count))}
        aria-invalid={wrong !== null}
        aria-describedby={`${id}-wrong`}
        value={grouped(row)}
        onText={onType}
      />
      <p id={`${id}-wrong`} className={styles['wrong']} role="alert">
        {wrong}
      </p>
    </div>
  );
}

function grouped(row: string): string {
  return row.replace(new RegExp(`.{${String(GROUP)}}(?=.)`, 'gu'), '$& ');
}
