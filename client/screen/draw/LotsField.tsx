// Every lot as a tick: row = first digit, bundle = second, tick = third (LOOK-MOMENTS); what is not left is dim.
import styles from './LotsField.module.css';

const TEN = Array.from({ length: 10 }, (_, n) => n);

export function LotsField({
  of,
  thrown,
  label,
}: {
  /** 10, 100 or 1,000. */
  readonly of: number;
  /** The digits that stand. */
  readonly thrown: readonly string[];
  readonly label: (digit: number) => string;
}) {
  // Fewer lots have fewer levels: the last digit is always what stands side by side.
  const [first, second, third] = of === 10 ? [undefined, thrown[0], undefined] : thrown;
  const isDrawn = 10 ** thrown.length === of;
  const ticks = of === 1000;
  const isIn = (digit: string | undefined, n: number) => digit === undefined || digit === String(n);
  return (
    <ol className={styles['field']} data-of={of}>
      {(of === 10 ? [0] : TEN).map((row) => {
        const lit = isIn(first, row);
        return (
          <li key={row} className={styles['row']} data-lit={lit} aria-label={label(row)}>
            {of > 10 && (
              <span className={styles['digit']} aria-hidden>
                {row}
              </span>
            )}
            {TEN.map((n) => {
              const here = lit && isIn(second, n);
              const now = isDrawn && here && !ticks;
              return (
                <span
                  key={n}
                  className={styles['bundle']}
                  data-lit={here && third === undefined}
                  data-now={now}
                  data-ticks={ticks}
                  aria-hidden
                >
                  {here && third !== undefined && (
                    <i className={styles['now']} style={{ left: `${10 * Number(third)}%` }} />
                  )}
                  {of === 10 && <small>{n}</small>}
                </span>
              );
            })}
          </li>
        );
      })}
    </ol>
  );
}
