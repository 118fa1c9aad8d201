// The standings: ten rows a page; the newest result climbs to its place while the others make room.
import { useEffect, useState } from 'react';
import type { BoardRow } from '../../../shared/views/slices/number-slices.ts';
import { after } from '../../live/until-ended.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { BoardRows } from './BoardRows.tsx';
import { standingsOf } from '../../parts/category-rows.ts';
import { Digits } from '../score/Figures.tsx';
import { Scene } from '../Scene.tsx';
import type { BodyProps } from '../kind-props.ts';
import { lineSize } from '../draw/LoneName.tsx';
import { useScreen } from '../screen-context.ts';
import styles from './Board.module.css';

const PAGE = 10;
const PAGE_MS = 8000;
/** The page of the newest result rests this long when the result comes; afterwards it is a page like the others. */
const NEWEST_MS = 36_000;
/** More categories than this stand in two lines. */
const ONE_LINE = 5;
/** Sentences about ties that the foot has room for. */
const TIES_MAX = 2;

export function Board({ body: { category }, view: { board } }: BodyProps<'board'>) {
  const { text } = useScreen();
  const { rows, of } = standingsOf(board, category);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const newest = rows.findIndex((row) => row.latest);
  const page = usePage(pages, Math.max(0, Math.floor(newest / PAGE)), rows[newest]?.subject.id);
  const onPage = rows.slice(page * PAGE, page * PAGE + PAGE);
  return (
    <Scene
      key={page}
      left={<Digits>{tiesText(rows, onPage, text.tie, text.tieSeparator)}</Digits>}
      right={pages > 1 && <Digits>{text.page(page + 1, pages)}</Digits>}
    >
      <div className={styles['head']}>
        <h1 className="ellipsis">
          {category ? (
            <>
              <CategoryMark mark={category.mark} hue={category.hue} />{' '}
              <b style={{ fontSize: `${lineSize(category.name, 90, 6)}cqh` }}>{category.name}</b>
            </>
          ) : (
            text.standings
          )}
        </h1>
        <p>
          <Digits>{text.revealed(rows.length, of)}</Digits>
        </p>
        {!category && <Legend rows={onPage} />}
      </div>
      {rows.length === 0 ? (
        <p className={styles['empty']}>{text.nothingYet}</p>
      ) : (
        <BoardRows rows={onPage} all={rows} />
      )}
    </Scene>
  );
}

/** Begins with the page of the newest result, rests there, then turns page by page. */
function usePage(pages: number, newestPage: number, newest: string | undefined): number {
  const [turn, setTurn] = useState({ newest, page: newestPage, rested: false });
  // Another result has come: back to its page.
  if (turn.newest !== newest) setTurn({ newest, page: newestPage, rested: false });
  useEffect(() => {
    if (pages < 2) return;
    const rest = turn.rested || newest === undefined ? PAGE_MS : NEWEST_MS;
    return after(rest, () => {
      setTurn((now) => ({ ...now, page: (now.page + 1) % pages, rested: true }));
    });
  }, [turn, pages, newest]);
  return Math.min(turn.page, pages - 1);
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

/** What the foot says of the shared ranks on this page. */
function tiesText(
  all: readonly BoardRow[],
  onPage: readonly BoardRow[],
  sentence: (rank: number, n: number, score: string) => string,
  separator: string,
): string {
  const shared = onPage.filter((row) => row.tied && row.rank !== null);
  const ties = new Map(shared.map((row) => [row.rank, row]));
  return [...ties.values()]
    .slice(0, TIES_MAX)
    .map((row) => {
      const together = all.filter((other) => other.rank === row.rank).length;
      return sentence(row.rank ?? 0, together, row.score ?? '');
    })
    .join(separator);
}
