// The dice of a locked draw: read aloud by two people and typed digit by digit, equal or not taken.
import { useEffect, useRef } from 'react';
import { readDice } from '../../../shared/dice-reading.ts';
import { READINGS } from '../../../shared/meeting/draws/reading.ts';
import { consoleText } from '../../../shared/text/console.ts';
import type { DiceControl } from '../../../shared/views/slices/staff-slices.ts';
import { useText } from '../../ui/language.ts';
import { takeFocus } from '../../ui/take-focus.ts';
import { Button } from '../../ui/Button.tsx';
import { useBarred, useView } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { DiceAgain } from './DiceAgain.tsx';
import { DiceField } from './DiceField.tsx';
import { randomDice } from './random-dice.ts';
import { StepBox } from './StepBox.tsx';
import { UNKNOWN } from './typed-row.ts';
import { useTypedRow } from './use-typed-row.ts';
import styles from './Dice.module.css';

export function DiceStep({ dice }: { readonly dice: DiceControl }) {
  const text = useText(consoleText).dice;
  const { count, six, readings, differs } = dice;
  const rows = { first: useTypedRow(dice, 'first'), second: useTypedRow(dice, 'second') };
  const barred = useBarred('TypeDice');
  const { rehearsal } = useView((view) => view.control.stage.meeting);
  const fields = {
    first: useRef<HTMLInputElement>(null),
    second: useRef<HTMLInputElement>(null),
  };
  const firstWhole = readings.first.have === count;
  const toRead = fields[firstWhole ? 'second' : 'first'];
  useEffect(() => {
    // The dice lie there: whoever reads begins to type; after the first person the second.
    takeFocus(toRead.current, 'section');
  }, [toRead]);
  const short = READINGS.find((which) => readings[which].have < count);
  const missing = short ? text.left(short, count - readings[short].have) : null;
  const lines = READINGS.map((which) => ({ which, ...readTyped(rows[which].row, six) }));
  const wrong = lines.some(({ row, stray }) => stray !== null || row.length > count);
  const trouble = rows.first.trouble ?? rows.second.trouble;
  return (
    <StepBox command={null} blocked={wrong ? text.wrong : (missing ?? text.differ)}>
      <p className={styles['lead']}>{text.lead(count, six)}</p>
      <div className={styles['fields']}>
        {lines.map(({ which, row, stray }) => (
          <DiceField
            key={which}
            ref={fields[which]}
            label={text[which]}
            count={count}
            reading={{ row, stray }}
            six={six}
            disabled={barred !== null || (which === 'second' && !firstWhole)}
            onType={(typed) => {
              const next = readTyped(typed, six);
              const { typed: line } = rows[which];
              if (next.stray || next.row.length > count) line.hold(next.row);
              else void line.type(next.row);
            }}
          />
        ))}
      </div>
      {rehearsal && short && (
        <p className={styles['fill']}>
          <Button
            blocked={barred}
            onClick={() => {
              const digits = randomDice(count, six);
              void rows.first.typed.type(digits).then((taken) => {
                if (taken) void rows.second.typed.type(digits);
              });
            }}
          >
            {text.fill}
          </Button>
          <span>{text.fillHint}</span>
        </p>
      )}
      <p role="status" className={styles['state']}>
        {differs.length > 0
          ? text.differAt(differs.join(text.comma))
          : firstWhole
            ? text.firstWhole
            : ''}
      </p>
      {differs.length > 0 && <DiceAgain dice={dice} rows={rows} barred={barred !== null} />}
      <Notice trouble={trouble} />
    </StepBox>
  );
}

/** What stands in the field, with the dots of this page's own for digits that it does not know. */
function readTyped(typed: string, six: boolean) {
  const row = Array.from(readDice(typed, six).row);
  const { stray } = readDice(row.map((one) => (one === UNKNOWN ? '1' : one)).join(''), six);
  return { row: row.join(''), stray };
}
