// What a row of standings is made of, on its list and while it climbs.
import { useScreen } from '../screen-context.ts';
import type { BoardRow, BoardSlice } from '../../../shared/views/slices/number-slices.ts';
import styles from './RowParts.module.css';

/** Two decimals for all, in one column; what tells near ties apart stands smaller behind them. */
export function RowScore({ score }: { readonly score: string | null }) {
  if (score === null) return <b className={styles['score']}>—</b>;
  const end = score.indexOf('.') + 3;
  return (
    <b className={styles['score']}>
      {score.slice(0, end)}
      <small>{score.slice(end)}</small>
    </b>
  );
}

/** What the rows of a board say of the places that stood before. */
export type Comparison = Pick<BoardSlice, 'compared' | 'tellsNew'>;

/** `↑ 5`, `↓ 1`, a dash for one that stayed, a word for one that had no place. */
export function Movement({
  row: { moved, isNew, rank },
  comparison: { compared, tellsNew },
  strong = false,
}: {
  readonly row: Pick<BoardRow, 'moved' | 'isNew' | 'rank'>;
  readonly comparison: Comparison;
  readonly strong?: boolean;
}) {
  const { text } = useScreen();
  const word = isNew
    ? tellsNew && text.isNew
    : moved === 0
      ? '–'
      : `${moved > 0 ? '↑' : '↓'} ${Math.abs(moved)}`;
  return (
    <span className={styles['move']} data-strong={strong && moved !== 0}>
      {rank !== null && compared && word}
    </span>
  );
}
