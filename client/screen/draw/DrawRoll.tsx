// The slots of a large result over the full width, in columns; a panel's under the names of its groups.
import type { CSSProperties } from 'react';
import type { DrawnName } from '../../../shared/views/slices/draw-slices.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { Slot } from '../../ui/Slot.tsx';
import { lineSize } from './LoneName.tsx';
import { ListName } from './ListName.tsx';
import type { PlacedRow, RollLayout } from './roll-layout.ts';
import styles from './DrawList.module.css';

export function DrawRoll({
  rows,
  layout: { columns, lines, size, width, pitch },
  latest,
  oneByOne,
}: {
  /** Of one page. */
  readonly rows: readonly PlacedRow[];
  readonly layout: RollLayout;
  readonly latest: DrawnName | null;
  readonly oneByOne: boolean;
}) {
  const now = rows.map(({ kind }) => kind).lastIndexOf('group');
  return (
    <ol
      className={styles['list']}
      data-several
      style={
        {
          '--columns': columns,
          '--lines': lines,
          '--pitch': `${pitch}cqh`,
          fontSize: `${size}cqh`,
        } as CSSProperties
      }
    >
      {rows.map((row, index) =>
        row.kind === 'group' ? (
          <li
            key={`group ${row.column} ${row.line}`}
            className={styles['group']}
            style={placeOf(row)}
            data-now={!oneByOne && latest !== null && index === now}
          >
            <span style={{ fontSize: `${lineSize(row.name, width, size)}cqh` }}>{row.name}</span>
            {!row.again && <b>{row.n}</b>}
          </li>
        ) : (
          <li
            key={row.n}
            className="grid middle"
            style={placeOf(row)}
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

function placeOf({ column, line }: PlacedRow): CSSProperties {
  return { gridArea: `${line} / ${column}` };
}
