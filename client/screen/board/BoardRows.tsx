// One page of the board, and the climb of the newest result.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { drawPoolText } from '../../../shared/text/draw-pool.ts';
import type { BoardRow } from '../../../shared/views/slices/number-slices.ts';
import { after } from '../../live/until-ended.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { Name } from '../../ui/Name.tsx';
import { Slot } from '../../ui/Slot.tsx';
import { laneOf, type Lane } from '../lane.ts';
import { nameLength } from '../draw/LoneName.tsx';
import { calm, EASE_MOVE, play } from '../motion.ts';
import { useScreen } from '../screen-context.ts';
import { Movement, RowScore, type Comparison } from './RowParts.tsx';
import styles from './Board.module.css';

const MOVE_MS = 700;
/** Before the move, so that the hall sees where everyone stood; and after it, before ranks are written. */
const REST_MS = 400;

export function BoardRows({
  rows,
  all,
  comparison,
  climbs,
  staged,
}: {
  readonly rows: readonly BoardRow[];
  /** Every row of the board: the lane is the same on all pages. */
  readonly all: readonly BoardRow[];
  readonly comparison: Comparison;
  readonly climbs: boolean;
  /** Plays the motion; false where the page was opened after it. */
  readonly staged: boolean;
}) {
  const list = useRef<HTMLOListElement>(null);
  const { lang } = useScreen();
  const lotWords = drawPoolText[lang].lot;
  const sizeOf = nameSizes(rows.map((row) => nameWithLot(row, lotWords)));
  const written = useClimb(list, rows, climbs && staged);
  const lane = laneOf(
    all.map((row) => row.score).filter((score) => score !== null),
    0.08,
  );
  return (
    <ol ref={list} className={styles['rows']}>
      {rows.map((row) => {
        const newest = climbs && row.latest;
        return (
          <li key={row.subject.id} className="anchor grid middle" data-latest={newest}>
            <Row
              {...{ row, lane, comparison }}
              size={sizeOf(nameWithLot(row, lotWords))}
              strong={newest}
              ranked={written || !hasMoved(row)}
            />
          </li>
        );
      })}
    </ol>
  );
}

function Row({
  row,
  lane,
  comparison,
  size,
  strong,
  ranked,
}: {
  readonly row: BoardRow;
  readonly lane: Lane | null;
  readonly comparison: Comparison;
  /** Of the name's letters, in cqh. */
  readonly size: number;
  readonly strong: boolean;
  /** A rank is written only after its row has moved. */
  readonly ranked: boolean;
}) {
  const { text, lang } = useScreen();
  const { subject } = row;
  const { category } = subject;
  return (
    <>
      <b className={styles['rank']}>{ranked ? (row.rank ?? '—') : <Slot state="empty" />}</b>
      <span className={styles['move']}>
        {ranked && <Movement {...{ row, comparison, strong }} />}
      </span>
      <CategoryMark mark={category.mark} hue={category.hue} />
      <span
        className={styles['name']}
        data-lot={row.lot !== null}
        style={{ fontSize: `${size}cqh` }}
      >
        <Name of={subject} lines={2} />
        {row.lot !== null && (
          <small className={styles['lot']}>{drawPoolText[lang].lot(row.lot)}</small>
        )}
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
      <RowScore score={row.score} />
    </>
  );
}

/** Of a name's letters in cqh: one size for all of a page whose names fit 56 cqh in one line, else two lines. */
function nameSizes(names: readonly string[]): (name: string) => number {
  const lengths = names.map(nameLength);
  const oneLine = lengths.some((length) => length > 11 && length <= 14.5) ? 3.75 : 5;
  return (name) => (nameLength(name) <= 14.5 ? oneLine : 2.8);
}

/** The order that lots have given it stands behind the name, in smaller letters. */
function nameWithLot({ subject, lot }: BoardRow, words: (n: number) => string): string {
  return lot === null ? subject.name : `${subject.name} ${words(lot)}`;
}

function hasMoved({ latest, moved }: BoardRow): boolean {
  return latest || moved !== 0;
}

/** Every row starts where it stood before the newest result and moves to where it stands; true once all have. */
function useClimb(
  list: { readonly current: HTMLOListElement | null },
  rows: readonly BoardRow[],
  climbs: boolean,
): boolean {
  const [done, setDone] = useState(() => !climbs || calm());
  const first = useRef(rows);
  useLayoutEffect(() => {
    if (!climbs) return;
    const now = first.current;
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
  }, [list, climbs]);
  useEffect(() => {
    if (done) return;
    return after(REST_MS + MOVE_MS + REST_MS, () => {
      setDone(true);
    });
  }, [done]);
  return done;
}
