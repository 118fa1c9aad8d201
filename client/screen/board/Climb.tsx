// Twenty places at a time: every place has a fixed line, open or not, so that the hall sees how much is left.
import { useLayoutEffect, useRef, type CSSProperties } from 'react';
import { TEN, tenOf } from '../../../shared/meeting/board-places.ts';
import type { BoardRow } from '../../../shared/views/slices/number-slices.ts';
import type { ShownCategory } from '../../../shared/views/slices/shown.ts';
import { Slot } from '../../ui/Slot.tsx';
import { play } from '../motion.ts';
import { Digits } from '../score/Figures.tsx';
import { Scene } from '../Scene.tsx';
import { useScreen } from '../screen-context.ts';
import { BoardHead } from './BoardHead.tsx';
import { ClimbRow } from './ClimbRow.tsx';
import type { Comparison } from './RowParts.tsx';
import { tiesText } from './ties.ts';
import type { Played } from './use-played.ts';
import styles from './Climb.module.css';

const CROSS_MS = 200;
/** From one column to the other, in cqh. */
const CROSSING = 84;

interface Placed {
  readonly row: BoardRow;
  readonly place: number;
}

export function Climb({
  category,
  total,
  out,
  ten,
  rows,
  comparison,
  began,
}: {
  readonly category: ShownCategory | null;
  /** Rows that the board has, and how many of them are out. */
  readonly total: number;
  readonly out: number;
  /** The ten at the left. */
  readonly ten: number;
  readonly rows: readonly Placed[];
  readonly comparison: Comparison;
  /** Which rows come just now; null: all stand. */
  readonly began: Played['began'] | null;
}) {
  const { text } = useScreen();
  const lastTen = tenOf(total - 1);
  const tens = [ten, ten + 1].filter((one) => one <= lastTen);
  const shown = rows.filter(({ place }) => tens.includes(tenOf(place)));
  const onPage = shown.map(({ row }) => row);
  return (
    <Scene
      left={
        <Digits>
          {tiesText(
            rows.map(({ row }) => row),
            onPage,
            text,
          )}
        </Digits>
      }
      right={comparison.tellsNew && onPage.some(({ isNew }) => isNew) && text.newMeans}
    >
      <BoardHead category={category}>{text.fromBelow(total, out)}</BoardHead>
      {tens.map((one) => (
        <Column
          key={one}
          first={one * TEN}
          count={Math.min(TEN, total - one * TEN)}
          side={one === ten ? 'left' : 'right'}
          wide={lastTen === 0}
          rows={shown}
          comparison={comparison}
          began={began}
        />
      ))}
    </Scene>
  );
}

function Column({
  first,
  count,
  side,
  wide,
  rows,
  comparison,
  began,
}: {
  readonly first: number;
  readonly count: number;
  readonly side: 'left' | 'right';
  readonly wide: boolean;
  readonly rows: readonly Placed[];
  readonly comparison: Comparison;
  readonly began: Played['began'] | null;
}) {
  const element = useRef<HTMLOListElement>(null);
  useCrossing(element, side);
  return (
    <ol
      ref={element}
      className={styles['column']}
      data-side={side}
      data-wide={wide}
      style={{ '--count': count } as CSSProperties}
    >
      {Array.from({ length: count }, (_, line) => {
        const place = first + line;
        const found = rows.find((one) => one.place === place);
        const staged = found ? (began?.(found.row.subject.id) ?? false) : false;
        return (
          <li key={place} className={styles['line']}>
            <span className={styles['place']}>{place + 1}</span>
            <Slot state="empty" />
            {found && (
              <ClimbRow
                key={found.row.subject.id}
                row={found.row}
                from={count - line}
                staged={staged}
                {...{ wide, comparison }}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** A ten that is out crosses over to the right; one that is turned back to crosses back. */
function useCrossing(element: { readonly current: HTMLElement | null }, side: 'left' | 'right') {
  const before = useRef<typeof side | null>(null);
  useLayoutEffect(() => {
    const from = before.current;
    before.current = side;
    if (from === side) return;
    if (from === null)
      play(element.current, [{ opacity: 0 }, { opacity: 1 }], { duration: CROSS_MS });
    else
      play(
        element.current,
        [
          { transform: `translateX(${side === 'right' ? -CROSSING : CROSSING}cqh)` },
          { transform: 'none' },
        ],
        { duration: CROSS_MS },
      );
  }, [element, side]);
}
