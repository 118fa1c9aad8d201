// Dice on which the two readings differ: both people look again, and both digits are typed anew.
import { useEffect, useRef } from 'react';
import { readDice } from '../../../shared/dice-reading.ts';
import { READINGS, type Reading } from '../../../shared/meeting/draws/reading.ts';
import { consoleText } from '../../../shared/text/console.ts';
import type { DiceControl } from '../../../shared/views/slices/staff-slices.ts';
import { useText } from '../../ui/language.ts';
import { takeFocus } from '../../ui/take-focus.ts';
import { TypedInput } from '../../ui/TypedInput.tsx';
import { notHeld } from './not-held.ts';
import type { Typing } from './use-typed-row.ts';
import styles from './Dice.module.css';

export function DiceAgain({
  dice: { differs, six, count, readings },
  rows,
  barred,
}: {
  readonly dice: DiceControl;
  readonly rows: Readonly<Record<Reading, Typing>>;
  readonly barred: boolean;
}) {
  const text = useText(consoleText).dice;
  const list = useRef<HTMLUListElement>(null);
  const boxes = () => [...(list.current?.querySelectorAll('input') ?? [])];
  const places = differs.join();
  const isWhole = readings.second.have === count;
  useEffect(() => {
    // Not before all dice are read; then also where the box that was typed in is gone, as its die is agreed on.
    if (isWhole && !list.current?.contains(document.activeElement))
      takeFocus(list.current?.querySelector('input'), 'section');
  }, [isWhole, places]);
  return (
    <ul ref={list} className={styles['again']}>
      {differs.map((place) => (
        <li key={place}>
          <span className={styles['place']}>{text.place(place)}</span>
          {READINGS.map((which) => (
            <DieAgain
              key={which}
              label={text.again(place, which)}
              word={text[which]}
              six={six}
              disabled={barred}
              onDigit={(digit) => {
                const { row, typed } = rows[which];
                void typed.type(row.slice(0, place - 1) + digit + row.slice(place));
                // On to the other person, or the next die.
                const all = boxes();
                all[all.findIndex((one) => one === document.activeElement) + 1]?.focus();
              }}
            />
          ))}
        </li>
      ))}
    </ul>
  );
}

function DieAgain({
  label,
  word,
  six,
  disabled,
  onDigit,
}: {
  readonly label: string;
  readonly word: string;
  readonly six: boolean;
  readonly disabled: boolean;
  readonly onDigit: (digit: string) => void;
}) {
  return (
    <label>
      <span className={styles['count']}>{word}</span>
      <TypedInput
        aria-label={label}
        inputMode="numeric"
        autoComplete="off"
        disabled={disabled}
        className={styles['die']}
        // Never shown: who reads second sees no digit of the first. The screen has it.
        value=""
        onKeyDown={notHeld}
        onText={(typed) => {
          const { row, stray } = readDice(typed, six);
          if (!stray && row !== '') onDigit(row.slice(-1));
        }}
      />
    </label>
  );
}
