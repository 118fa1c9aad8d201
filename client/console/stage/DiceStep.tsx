// The dice of a locked draw: read aloud by two people, typed twice, equal or not taken.
import { useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import type { DrawId } from '../../../shared/ids.ts';
import { useText } from '../../ui/language.ts';
import { Button } from '../../ui/Button.tsx';
import { useBarred, useView } from '../parts/console-context.ts';
import { DiceField } from './DiceField.tsx';
import { randomDice } from './random-dice.ts';
import { StepCard } from './StepCard.tsx';
import styles from './Dice.module.css';

export function DiceStep({
  draw,
  count,
  six,
}: {
  readonly draw: DrawId;
  readonly count: number;
  /** Six-sided dice: digits 1 to 6; else 0 to 9. */
  readonly six: boolean;
}) {
  const text = useText(consoleText).dice;
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const barred = useBarred('stage');
  const { rehearsal } = useView((view) => view.control.stage.meeting);
  const both = first.length === count && second.length === count;
  const differ = both ? differences(first, second) : [];
  const equal = both && differ.length === 0;
  return (
    <StepCard
      command={equal ? { type: 'ReadEntropy', draw, dice: first } : null}
      blocked={
        equal ? null : both ? text.differ : text.left(2 * count - first.length - second.length)
      }
    >
      <p className={styles['lead']}>{text.lead(count, six)}</p>
      <div className={styles['fields']}>
        <DiceField
          label={text.first}
          count={count}
          six={six}
          value={first}
          // The second reader must not read from the screen.
          hidden={first.length === count && !both}
          disabled={barred !== null}
          onChange={setFirst}
        />
        <DiceField
          label={text.second}
          count={count}
          six={six}
          value={second}
          hidden={false}
          disabled={barred !== null}
          onChange={setSecond}
        />
      </div>
      {rehearsal && !equal && (
        <p className={styles['fill']}>
          <Button
            blocked={barred}
            onClick={() => {
              const digits = randomDice(count, six);
              setFirst(digits);
              setSecond(digits);
            }}
          >
            {text.fill}
          </Button>
          <span>{text.fillHint}</span>
        </p>
      )}
      <p role="status" className={styles['state']}>
        {equal ? text.equal : differ.length > 0 ? text.differAt(differ.join(text.comma)) : ''}
      </p>
    </StepCard>
  );
}

/** The places, from 1, at which two readings of one length differ. */
function differences(a: string, b: string): readonly number[] {
  return Array.from(a).flatMap((digit, n) => (digit === b[n] ? [] : [n + 1]));
}
