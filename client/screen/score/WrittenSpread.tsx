// A written round is revealed: how many ballots came, and how the scores are spread. Who has which is the board's.
import type { CSSProperties } from 'react';
import type { SpreadSlice } from '../../../shared/views/slices/number-slices.ts';
import { LoneName } from '../draw/LoneName.tsx';
import { Scene } from '../Scene.tsx';
import { useScreen } from '../screen-context.ts';
import { Bar, Count, Digits } from './Figures.tsx';
import styles from './WrittenSpread.module.css';

/** Up to so many units each is a slot of its own; then the bars are drawn to one scale. */
const SLOTS = 24;

export function WrittenSpread({
  name,
  spread,
}: {
  readonly name: string;
  readonly spread: NonNullable<SpreadSlice>;
}) {
  const { text } = useScreen();
  const words = text.written;
  const { units, scoreless, ballots, expected, from, width, counts } = spread;
  const most = Math.max(1, ...counts);
  return (
    <Scene left={words.spreadMeans} right={<Digits>{words.step(width)}</Digits>}>
      <div className={styles['columns']}>
        <div>
          <p className={styles['lead']}>
            <Digits>{words.units(units)}</Digits>
          </p>
          <LoneName name={name} width={57.6} />
          <div className={styles['bar']}>
            <Bar />
          </div>
          <p className={styles['turnout']}>
            <Count done={ballots} of={expected} size={turnoutSize(expected)} />
            <span>{text.ballotsIn}</span>
          </p>
          {scoreless > 0 && (
            <p className="quiet">
              <Digits>{words.scoreless(scoreless)}</Digits>
            </p>
          )}
        </div>
        <figure className={styles['spread']}>
          {counts.length === 0 ? (
            <p className="quiet">{text.nothingYet}</p>
          ) : (
            <ol style={{ '--most': most } as CSSProperties}>
              {counts.map((count, n) => (
                <li key={n}>
                  <b>{count > 0 && count}</b>
                  <i data-slots={most <= SLOTS} style={{ '--count': count } as CSSProperties} />
                  <span>{from + n * width}</span>
                </li>
              ))}
            </ol>
          )}
        </figure>
      </div>
    </Scene>
  );
}

/** In cqh, by the digits of the larger number: both stand beside a word, clear of the first column. */
function turnoutSize(expected: number): number {
  const digits = String(expected).length;
  return digits <= 3 ? 11.4 : digits === 4 ? 9.2 : 7.3;
}
