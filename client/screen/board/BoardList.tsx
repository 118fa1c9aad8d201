// Ten places with their lane, on a page that stands until it is turned.
import type { BoardRow, BoardSlice } from '../../../shared/views/slices/number-slices.ts';
import type { ShownCategory } from '../../../shared/views/slices/shown.ts';
import { TEN } from '../../../shared/meeting/board-places.ts';
import { standingsOf } from '../../parts/category-rows.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { Digits } from '../score/Figures.tsx';
import { Scene } from '../Scene.tsx';
import { useScreen } from '../screen-context.ts';
import { BoardHead } from './BoardHead.tsx';
import { BoardRows } from './BoardRows.tsx';
import { tiesText } from './ties.ts';
import styles from './Board.module.css';

/** More categories than this stand in two lines. */
const ONE_LINE = 5;

export function BoardList({
  board,
  category,
  page,
  climbs = false,
  staged = false,
}: {
  readonly board: BoardSlice;
  readonly category: ShownCategory | null;
  readonly page: number;
  /** The newest result climbs to its place while the others make room. */
  readonly climbs?: boolean;
  /** Plays that motion. */
  readonly staged?: boolean;
}) {
  const { text } = useScreen();
  const { rows, of } = standingsOf(board, category);
  const pages = Math.max(1, Math.ceil(rows.length / TEN));
  const now = Math.min(page, pages - 1);
  const onPage = rows.slice(now * TEN, now * TEN + TEN);
  const first = now * TEN + 1;
  return (
    <Scene
      key={now}
      left={<Digits>{tiesText(rows, onPage, text)}</Digits>}
      right={pages > 1 && <Digits>{text.page(now + 1, pages)}</Digits>}
    >
      <BoardHead category={category} legend={!category && <Legend rows={onPage} />}>
        {climbs
          ? text.revealed(rows.length, of)
          : text.placesOf(rows.length, first, first + onPage.length - 1)}
      </BoardHead>
      <BoardRows rows={onPage} all={rows} comparison={board} climbs={climbs} staged={staged} />
    </Scene>
  );
}

/** The marks on this page: each row has one, whichever of many categories it is of. */
function Legend({ rows }: { readonly rows: readonly BoardRow[] }) {
  const categories = [
    ...new Map(rows.map(({ subject: { category } }) => [category.id, category])).values(),
  ].sort((a, b) => a.hue - b.hue);
  return (
    <ul className={styles['legend']} data-two={categories.length > ONE_LINE}>
      {categories.map((category) => (
        <li key={category.id} className="row slim">
          <CategoryMark mark={category.mark} hue={category.hue} />
          <span className="ellipsis">{category.name}</span>
        </li>
      ))}
    </ul>
  );
}
