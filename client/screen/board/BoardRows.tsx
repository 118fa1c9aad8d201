// One page of the board, and the climb of the newest result.
import { useLayoutEffect, useRef } from 'react';
import type { BoardRow } from '../../../shared/views/slices/number-slices.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { Name } from '../../ui/Name.tsx';
import { laneOf, type Lane } from '../lane.ts';
import { nameLength } from '../draw/LoneName.tsx';
import { EASE_MOVE, play } from '../motion.ts';
import { useScreen } from '../screen-context.ts';
import styles from './Board.module.css';

const MOVE_MS = 700;
/** Before the move, so that the hall sees where everyone stood. */
const REST_MS = 400;

export function BoardRows({
  rows,
  all,
}: {
  readonly rows: readonly BoardRow[];
  /** Every row of the board: the lane is the same on all pages. */
  readonly all: readonly BoardRow[];
}) {
  const list = useRef<HTMLOListElement>(null);
  useClimb(list, rows);
  const lane = laneOf(
    all.map((row) => row.score).filter((score) => score !== null),
    0.08,
  );
  return (
    <ol ref={list} className={styles['rows']}>
      {rows.map((row) => (
        <li key={row.subject.id} className="anchor grid middle" data-latest={row.latest}>
          <Row row={row} lane={lane} />
        </li>
      ))}
    </ol>
  );
}

function Row({ row, lane }: { readonly row: BoardRow; readonly lane: Lane | null }) {
  const { text } = useScreen();
  const { subject } = row;
  const { category } = subject;
  return (
    <>
      <b className={styles['rank']}>{row.rank ?? '—'}</b>
      <span className={styles['move']} data-moved={row.latest && row.moved !== 0}>
        {movement(row.moved)}
      </span>
      <CategoryMark mark={category.mark} hue={category.hue} />
      <span className={styles['name']} style={{ fontSize: `${nameSize(subject.name)}cqh` }}>
        <Name of={subject} lines={2} />
      </span>
      {row.score === null || !lane ? (
        <span className={styles['why']}>{row.why && text.boardWhy[row.why]}</span>
      ) : (
        <span className={styles['lane']} aria-hidden="true">
          <i
            style={{ left: `${lane.at(row.score)}%`, background: `var(--hue-${category.hue % 4})` }}
          />
        </span>
      )}
      <Score score={row.score} />
    </>
  );
}

/** Two decimals for all, in one column; what tells near ties apart stands smaller behind them. */
function Score({ score }: { readonly score: string | null }) {
  if (score === null) return <b className={styles['score']}>—</b>;
  const end = score.indexOf('.') + 3;
  return (
    <b className={styles['score']}>
      {score.slice(0, end)}
      <small>{score.slice(end)}</small>
    </b>
  );
}

/** `↑ 5`, `↓ 1`, or a dash for one that stayed. */
function movement(moved: number): string {
  if (moved === 0) return '–';
  return `${moved > 0 ? '↑' : '↓'} ${Math.abs(moved)}`;
}

/** In cqh: one line where it fits 56 cqh, else two lines. */
function nameSize(name: string): number {
  const length = nameLength(name);
  if (length <= 11) return 5;
  return length <= 14.5 ? 3.75 : 2.8;
}

/** Every row starts where it stood before the newest result and moves to where it stands. */
function useClimb(list: { readonly current: HTMLOListElement | null }, rows: readonly BoardRow[]) {
  const newest = rows.find((row) => row.latest);
  const place = newest && `${newest.subject.id}/${newest.rank ?? ''}`;
  const latestRows = useRef(rows);
  useLayoutEffect(() => {
    latestRows.current = rows;
  });
  useLayoutEffect(() => {
    const now = latestRows.current;
    if (place === undefined) return;
    now.forEach((row, index) => {
      // A result that is new to the board comes up from the foot of the page.
      const from = row.latest && row.moved === 0 ? now.length - 1 - index : row.moved;
      if (from === 0) return;
      const start = Math.max(-index, Math.min(now.length - 1 - index, from));
      play(
        list.current?.children[index],
        [{ transform: `translateY(${start * 100}%)` }, { transform: 'none' }],
        { duration: MOVE_MS, delay: REST_MS, easing: EASE_MOVE },
      );
    });
  }, [list, place]);
}
