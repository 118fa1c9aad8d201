// The dice of a locked draw: read aloud by two people, typed twice, equal or not taken.
import { useState } from 'react';
import { readDice, type DiceReading } from '../../../shared/dice-reading.ts';
import { consoleText } from '../../../shared/text/console.ts';
import type { DrawId } from '../../../shared/ids.ts';
import { useText } from '../../ui/language.ts';
import { Button } from '../../ui/Button.tsx';
import { useBarred, useView } from '../parts/console-context.ts';
import { setterOf } from '../parts/setter-of.ts';
import { DiceField } from './DiceField.tsx';
import { randomDice } from './random-dice.ts';
import { StepBox } from './StepBox.tsx';
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
  const [typed, setTyped] = useState(NOTHING);
  const set = setterOf(typed, setTyped);
  const barred = useBarred('ReadEntropy');
  const { rehearsal } = useView((view) => view.control.stage.meeting);
  const first = readDice(typed.first, six);
  const second = readDice(typed.second, six);
  const firstDone = isWhole(first, count);
  const both = firstDone && isWhole(second, count);
  const differ = both ? differences(first.row, second.row) : [];
  const equal = both && differ.length === 0;
  const wrong = [first, second].some(({ row, stray }) => stray !== null || row.length > count);
  return (
    <StepBox
      command={equal ? { type: 'ReadEntropy', draw, dice: first.row } : null}
      blocked={
        equal
          ? null
          : both
            ? text.differ
            : wrong
              ? text.wrong
              : text.left(2 * count - first.row.length - second.row.length)
      }
    >
      <p className={styles['lead']}>{text.lead(count, six)}</p>
      <div className={styles['fields']}>
        {(['first', 'second'] as const).map((which) => (
          <DiceField
            key={which}
            label={text[which]}
            count={count}
            six={six}
            reading={which === 'first' ? first : second}
            // The second reader must not read from the screen.
            hidden={which === 'first' && firstDone && !both}
            disabled={barred !== null}
            onType={set(which)}
          />
        ))}
      </div>
      {rehearsal && !equal && (
        <p className={styles['fill']}>
          <Button
            blocked={barred}
            onClick={() => {
              const digits = randomDice(count, six);
              setTyped({ first: digits, second: digits });
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
    </StepBox>
  );
}

const NOTHING = { first: '', second: '' };

function isWhole({ row, stray }: DiceReading, count: number): boolean {
  return stray === null && row.length === count;
}

/** The places, from 1, at which two readings of one length differ. */
function differences(a: string, b: string): readonly number[] {
  return Array.from(a).flatMap((digit, n) => (digit === b[n] ? [] : [n + 1]));
}
