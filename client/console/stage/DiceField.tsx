// A row of dice as it is read aloud, inFives in fives while it is typed; what is on no die is said, not dropped.
import { useId, type Ref } from 'react';
import { inFives, type DiceReading } from '../../../shared/dice-reading.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import { TypedInput } from '../../ui/TypedInput.tsx';
import styles from './Dice.module.css';

export function DiceField({
  label,
  count,
  six,
  reading: { row, stray },
  disabled,
  ref,
  onType,
}: {
  readonly label: string;
  readonly count: number;
  readonly six: boolean;
  readonly reading: DiceReading;
  readonly disabled: boolean;
  readonly ref?: Ref<HTMLInputElement> | undefined;
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
        width: `calc(${String(inFives('·'.repeat(count)).length)} * 0.605 * var(--t4) + var(--s6))`,
      }}
    >
      <label htmlFor={id} className={styles['label']}>
        {label} <span className={styles['count']}>{text.of(have, count)}</span>
      </label>
      <TypedInput
        ref={ref}
        id={id}
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        disabled={disabled}
        className={styles['digits']}
        placeholder={inFives('·'.repeat(count))}
        aria-invalid={wrong !== null}
        aria-describedby={`${id}-wrong`}
        value={inFives(row)}
        onText={onType}
      />
      <p id={`${id}-wrong`} className={styles['wrong']} role="alert">
        {wrong}
      </p>
    </div>
  );
}
