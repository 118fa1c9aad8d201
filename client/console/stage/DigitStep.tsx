// One digit of a number: thrown by itself, read by two people, and it stands as soon as they agree (DRAW.md §9).
import { useEffect, useRef } from 'react';
import { readDice } from '../../../shared/dice-reading.ts';
import { READINGS, type Reading } from '../../../shared/meeting/draws/reading.ts';
import { consoleText } from '../../../shared/text/console.ts';
import type { DiceControl } from '../../../shared/views/slices/staff-slices.ts';
import { useText } from '../../ui/language.ts';
import { takeFocus } from '../../ui/take-focus.ts';
import { TypedInput } from '../../ui/TypedInput.tsx';
import { Button } from '../../ui/Button.tsx';
import { useBarred, useCommands, useView } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { notHeld } from './not-held.ts';
import { randomDice } from './random-dice.ts';
import { StepBox } from './StepBox.tsx';
import styles from './Dice.module.css';

/** Give it a key of the draw and `stand`: each digit has its own boxes. `stand`: how many digits stand before it. */
export function DigitStep({
  dice: { draw, count, readings, differs },
  stand,
}: {
  readonly dice: DiceControl;
  readonly stand: number;
}) {
  const text = useText(consoleText).dice;
  const { give, trouble } = useCommands();
  const barred = useBarred('TypeDice');
  const { rehearsal } = useView((view) => view.control.stage.meeting);
  const boxes = {
    first: useRef<HTMLInputElement>(null),
    second: useRef<HTMLInputElement>(null),
  };
  const isRead = (which: Reading) => readings[which].have > stand;
  const differ = differs.includes(stand + 1);
  // Where they differ both read again, the first of them first.
  const due: Reading = isRead('first') && !isRead('second') ? 'second' : 'first';
  const turn = boxes[due];
  useEffect(() => {
    takeFocus(turn.current, 'section');
  }, [turn]);
  const type = async (which: Reading, typed: string) => {
    const { row, stray } = readDice(typed, false);
    const digits = row.slice(-1);
    if (stray || digits === '') return false;
    const { have, edits } = readings[which];
    return give({
      ...{ type: 'TypeDice', draw, reading: which, edits, at: stand, digits },
      took: Math.max(0, have - stand),
    });
  };
  return (
    <StepBox command={null} blocked={differ ? text.differ : text.digitLeft(due)}>
      <ul className={styles['again']}>
        <li>
          <span className={styles['place']}>{text.digit(stand + 1, count)}</span>
          {READINGS.map((which) => (
            <label key={which}>
              <span className={styles['count']}>
                {isRead(which) && !differ ? text.read(which) : text[which]}
              </span>
              <TypedInput
                ref={boxes[which]}
                aria-label={text.again(stand + 1, which)}
                inputMode="numeric"
                autoComplete="off"
                disabled={barred !== null || (which === 'second' && !isRead('first'))}
                className={styles['die']}
                // Never shown: who reads second sees no digit of the first. The screen has it.
                value=""
                onKeyDown={notHeld}
                onText={(typed) => {
                  void type(which, typed).then((taken) => {
                    if (taken && which === 'first') boxes.second.current?.focus();
                  });
                }}
              />
            </label>
          ))}
        </li>
      </ul>
      {rehearsal && !isRead('second') && (
        <p className={styles['fill']}>
          <Button
            blocked={barred}
            onClick={() => {
              const digit = randomDice(1, false);
              void type('first', digit).then(async (taken) => {
                if (!taken) return;
                const { edits } = readings.second;
                await give({
                  ...{ type: 'TypeDice', draw, reading: 'second', edits, at: stand, took: 0 },
                  digits: digit,
                });
              });
            }}
          >
            {text.fill}
          </Button>
          <span>{text.fillHint}</span>
        </p>
      )}
      <p role="status" className={styles['state']}>
        {differ ? text.differAt(String(stand + 1)) : ''}
      </p>
      <Notice trouble={trouble} />
    </StepBox>
  );
}
