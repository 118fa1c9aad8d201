// The standings on stage: opened row by row from below, then the first three, then pages that stand until they are turned.
import type { BoardRow, BoardSlice } from '../../../shared/views/slices/number-slices.ts';
import { firstTen, podiumOf, tenOf } from '../../../shared/meeting/board-places.ts';
import { standingsOf } from '../../parts/category-rows.ts';
import { Scene } from '../Scene.tsx';
import type { BodyProps } from '../kind-props.ts';
import { useScreen } from '../screen-context.ts';
import { BoardHead } from './BoardHead.tsx';
import { BoardList } from './BoardList.tsx';
import { Climb } from './Climb.tsx';
import { picturesOf, Podium } from './Podium.tsx';
import { usePlayed } from './use-played.ts';
import styles from './Board.module.css';

type Props = BodyProps<'board'>;
type Open = NonNullable<BoardSlice['climb']>['opened'][number];

export function Board({ body, view: { board } }: Props) {
  const { text } = useScreen();
  const { category, page, n } = body;
  const { climb } = board;
  if (!climb || climb.rows === 0)
    return (
      <Scene>
        <BoardHead category={category}>{text.revealed(0, board.of)}</BoardHead>
        <p className={styles['empty']}>{text.nothingYet}</p>
      </Scene>
    );
  if (page === 'list') return <BoardList board={board} category={category} page={n} />;
  if ((category?.id ?? 'all') !== climb.category)
    return <CategoryPodium board={board} category={category} />;
  return <Opening body={body} board={board} climb={climb} />;
}

/** Follows what is opened, each row in its turn; a page that was turned to stands as it is. */
function Opening({
  body: { category, page, n },
  board,
  climb: { rows: total, opened, goesOn },
}: {
  readonly body: Props['body'];
  readonly board: BoardSlice;
  readonly climb: NonNullable<BoardSlice['climb']>;
}) {
  const { text } = useScreen();
  const { rows } = standingsOf(board, category);
  const bySubject = new Map<string, BoardRow>(rows.map((row) => [row.subject.id, row]));
  const pageOf = (one: Open | undefined) =>
    one?.podium
      ? ({ page: 'podium', n: 0 } as const)
      : ({
          page: 'climb',
          n: one ? Math.min(firstTen(total), tenOf(one.place)) : firstTen(total),
        } as const);
  const front = pageOf(opened.at(-1));
  const held = front.page !== page || front.n !== n;
  const { played, began } = usePlayed(
    opened,
    held,
    (one) => JSON.stringify(pageOf(one)),
    ({ subject }) => bySubject.get(subject)?.rank ?? null,
  );
  const out = held ? opened : opened.slice(0, played);
  const shown = held ? { page, n } : pageOf(out.at(-1));
  if (shown.page === 'podium') {
    const first = out.flatMap(({ subject, podium }) =>
      podium ? (bySubject.get(subject) ?? []) : [],
    );
    const done = out.length === total;
    return (
      <Podium
        key="podium"
        pictures={picturesOf(first)}
        began={held ? null : began}
        headline={text.firstThree(null, total >= 3)}
        left={done ? text.allShown(total) : text.fromBelow(total, out.length)}
        right={done && goesOn ? text.thenCategories : null}
      />
    );
  }
  return (
    <Climb
      key="climb"
      category={category}
      total={total}
      out={out.length}
      comparison={board}
      ten={shown.n}
      rows={out.flatMap(({ subject, place }) => {
        const row = bySubject.get(subject);
        return row ? [{ row, place }] : [];
      })}
      began={held ? null : began}
    />
  );
}

/** The first three of a category that has places of its own. */
function CategoryPodium({
  board,
  category,
}: {
  readonly board: BoardSlice;
  readonly category: Props['body']['category'];
}) {
  const { text } = useScreen();
  const { rows } = standingsOf(board, category);
  const { categories, climb } = board;
  const alone = categories.filter(({ id }) => climb?.alone.includes(id));
  return (
    <Podium
      pictures={picturesOf(rows.slice(0, podiumOf(rows)))}
      began={null}
      headline={text.firstThree(category?.name ?? null, rows.length >= 3)}
      category={category}
      left={text.firstOf(category?.name ?? '', rows.length)}
      right={alone.length === 0 ? null : text.alone(alone.map(({ name }) => name))}
    />
  );
}
