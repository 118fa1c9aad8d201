// A slot for each die, in the order in which digits are read aloud: outline, hatched with its digit, solid (LOOK.md §1).
import type { CSSProperties } from 'react';
import type { DieSlot } from '../../../shared/views/slices/draw-slices.ts';
import styles from './DieSlots.module.css';

/** A die is struck (LOOK.md §5). */
export const STRIKE_MS = 160;

/** The field in cqh. */
const WIDTH = 160;
const HEIGHT = 25.8;
const DIGIT = 11;

export function DieSlots({
  slots,
  label,
  layout = dieLayout(slots.length),
}: {
  readonly slots: readonly DieSlot[];
  readonly layout?: Omit<ReturnType<typeof dieLayout>, 'width'>;
  readonly label: (place: number, digit: string | null, state: DieSlot['state']) => string;
}) {
  const { columns, gap, height, digit } = layout;
  return (
    <ol
      className={styles['slots']}
      style={
        {
          '--columns': columns,
          '--gap': `${gap}cqh`,
          '--die-h': `${height}cqh`,
          '--strike': `${STRIKE_MS}ms`,
          fontSize: `${digit}cqh`,
        } as CSSProperties
      }
    >
      {slots.map(({ state, digit: read }, n) => (
        <li
          key={n}
          className={styles['die']}
          data-state={state}
          aria-label={label(n + 1, read, state)}
        >
          {(state === 'read' || state === 'agreed') && (
            <span className={styles['read']} aria-hidden>
              {read !== null && (
                <span className={styles['digit']} data-digit={read}>
                  {read}
                </span>
              )}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Two rows as long as digits stay large; lengths in cqh. */
export function dieLayout(count: number) {
  const rows = count <= 26 ? 2 : count <= 60 ? 3 : count <= 100 ? 4 : 6;
  const columns = Math.ceil(count / rows);
  const gap = columns > 13 ? 0.8 : 1.6;
  const width = (WIDTH - gap * (columns - 1)) / columns;
  const height = (HEIGHT - gap * (rows - 1)) / rows;
  // A digit is half as wide as it is high.
  return { columns, gap, width, height, digit: Math.min(DIGIT, height * 0.91, width * 1.6) };
}
