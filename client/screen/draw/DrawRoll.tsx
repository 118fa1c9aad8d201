// The slots of a large result over the full width, in columns; a panel's under the names of its groups.
import type { CSSProperties } from 'react';
import type { DrawnName } from '../../../shared/views/slices/draw-slices.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { Slot } from '../../ui/Slot.tsx';
import { lineSize } from './LoneName.tsx';
import { ListName, SMALLEST } from './ListName.tsx';
import styles from './DrawList.module.css';

/** Rows of a page. */
export const ROWS_A_PAGE = 75;
/** Of the whole list, in cqh. */
const WIDTH = 160;
const HEIGHT = 53;

export type RollRow =
  | { readonly kind: 'group'; readonly name: string; readonly n: number }
  | { readonly kind: 'name'; readonly n: number; readonly drawn: DrawnName }
  | { readonly kind: 'empty'; readonly n: number };

/** @param n of the names, from 1; of a group how many of it are out */
export function rollRows(
  names: readonly DrawnName[],
  take: number,
  byGroup: boolean,
): readonly RollRow[] {
  const rows: RollRow[] = [];
  names.forEach((drawn, n) => {
    if (byGroup && drawn.cell !== names[n - 1]?.cell)
      rows.push({
        kind: 'group',
        name: drawn.group ?? drawn.cell,
        n: names.filter(({ cell }) => cell === drawn.cell).length,
      });
    rows.push({ kind: 'name', n: n + 1, drawn });
  });
  for (let n = names.length; n < take; n += 1) rows.push({ kind: 'empty', n: n + 1 });
  return rows;
}

/** @param of the rows that the page will have, so that nothing moves as they fill */
export function DrawRoll({
  rows,
  of,
  latest,
  oneByOne,
}: {
  readonly rows: readonly RollRow[];
  readonly of: number;
  readonly latest: DrawnName | null;
  readonly oneByOne: boolean;
}) {
  const { columns, lines, size } = rollLayout(of);
  const width = WIDTH / columns - 3.2 * size;
  const now = rows.map(({ kind }) => kind).lastIndexOf('group');
  return (
    <ol
      className={styles['list']}
      data-several
      style={
        {
          '--columns': columns,
          '--lines': lines,
          '--pitch': `${HEIGHT / lines}cqh`,
          fontSize: `${size}cqh`,
        } as CSSProperties
      }
    >
      {rows.map((row, index) =>
        row.kind === 'group' ? (
          <li
            key={`group ${row.name}`}
            className={styles['group']}
            data-now={!oneByOne && latest !== null && index === now}
          >
            <span style={{ fontSize: `${lineSize(row.name, width, size)}cqh` }}>{row.name}</span>
            <b>{row.n}</b>
          </li>
        ) : (
          <li
            key={row.n}
            className="grid middle"
            data-drawn={row.kind === 'name'}
            data-now={oneByOne && row.kind === 'name' && row.drawn.id === latest?.id}
          >
            <span className={styles['n']}>{row.n}</span>
            {row.kind === 'name' ? (
              <span
                key={row.drawn.id}
                className={`${styles['drawn'] ?? ''} ${styles['comes'] ?? ''}`}
              >
                {row.drawn.subject && <CategoryMark {...row.drawn.subject.category} />}
                <ListName drawn={row.drawn} size={size} width={width} oneLine />
              </span>
            ) : (
              <Slot state="absent" />
            )}
          </li>
        ),
      )}
    </ol>
  );
}

/** Letters in cqh. */
function rollLayout(count: number) {
  const columns = count <= 20 ? 2 : count <= 39 ? 3 : count <= 56 ? 4 : 5;
  const lines = Math.max(columns === 2 ? 10 : columns === 4 ? 14 : 13, Math.ceil(count / columns));
  const size = columns === 2 ? 4.2 : columns === 5 ? SMALLEST : columns === 4 ? 3.2 : 3.4;
  return { columns, lines, size };
}
