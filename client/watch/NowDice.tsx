// The dice of the draw on stage, as the hall sees them being read.
import { diceText } from '../../shared/text/dice.ts';
import type { ShownDice } from '../../shared/views/slices/draw-slices.ts';
import { useText } from '../ui/language.ts';
import styles from './NowDice.module.css';

export function NowDice({ dice: { slots, first, second } }: { readonly dice: ShownDice }) {
  const text = useText(diceText);
  const done = { first, second };
  return (
    <div className={styles['dice']}>
      <p>
        {(['first', 'second'] as const).map((which) => (
          <span key={which}>
            {text.readings[which]} <b>{done[which]}</b> / {slots.length}
          </span>
        ))}
      </p>
      <ol data-wide={slots.length % 13 === 0}>
        {slots.map(({ state, digit }, n) => (
          <li key={n} data-state={state} aria-label={text.slot(n + 1, digit, state)}>
            <span aria-hidden>{digit}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
