// One unit's result as viewers see it: its place, its score, and what each group gave, as far as it is public (R6).
import { publishedText } from '../../shared/text/published.ts';
import { unitText } from '../../shared/text/unit.ts';
import { watchText } from '../../shared/text/watch.ts';
import type { PublicView } from '../../shared/views/audiences/audiences.ts';
import type { BoardRow } from '../../shared/views/slices/number-slices.ts';
import type { GroupShown, ResultsSlice } from '../../shared/views/slices/unit-slices.ts';
import { Documents } from '../documents/Documents.tsx';
import { standingsOf } from '../parts/category-rows.ts';
import { weightsArePercent } from '../parts/weights.ts';
import { CategoryMark } from '../ui/CategoryMark.tsx';
import { useText } from '../ui/language.ts';
import { PublishedUnit } from './PublishedUnit.tsx';
import styles from './UnitResult.module.css';

/** Longer names take smaller letters: by their length, so that nothing jumps. */
const LONG_NAME = 8;

export function UnitResult({
  view: { board, results, stage, published },
  unit,
  onBack,
}: {
  readonly view: Pick<PublicView, 'board' | 'results' | 'stage' | 'published'>;
  /** A unit's id, as the address has it. */
  readonly unit: string;
  readonly onBack: () => void;
}) {
  const text = useText(unitText);
  const outcome = useText(publishedText);
  const whole = published?.units.find(({ subject }) => subject.id === unit);
  const row = board.rows.find(({ subject }) => subject.id === unit);
  const made = results.units.find(({ subject }) => subject === unit);
  const round = made && results.rounds[made.round];
  return (
    <main className={styles['page']}>
      {whole && <PublishedUnit unit={whole} />}
      {row ? (
        <>
          {whole ? (
            <h3 className={styles['review']}>
              <span>{outcome.review}</span>
              <b>{row.score ?? '—'}</b>
            </h3>
          ) : (
            <Head row={row} board={board} />
          )}
          <Documents documents={row.subject.documents} code={stage.meeting.code} />
        </>
      ) : (
        !whole && <p className={styles['note']}>{text.unknown}</p>
      )}
      {row && made && round && <Groups round={round} groups={made.groups} />}
      <p className={styles['back']}>
        <button type="button" className="key" onClick={onBack}>
          {text.back}
        </button>
      </p>
    </main>
  );
}

function Head({ row, board }: { readonly row: BoardRow; readonly board: PublicView['board'] }) {
  const text = useText(unitText);
  const { subject, categoryRank: rank, categoryTied, score, why } = row;
  const { category, name } = subject;
  const { rows, of } = standingsOf(board, category);
  return (
    <header className={styles['head']}>
      <h2 data-long={name.length > LONG_NAME}>
        <CategoryMark {...category} label={category.name} />
        <span>{name}</span>
      </h2>
      <p className="quiet">{text.rankAmong(category.name, rows.length, of, categoryTied)}</p>
      <div className={styles['figures']}>
        {rank === null ? (
          <p className={styles['unranked']}>{text.noPlace}</p>
        ) : (
          <p>
            <b className={styles['rank']}>{rank}</b>
            <span className={styles['rankEnd']}>{text.rankEnd(rank, rows.length, of)}</span>
          </p>
        )}
        <p className={styles['score']}>
          <small>{text.score}</small>
          <b>{score ?? '—'}</b>
        </p>
      </div>
      {score === null && <p className={styles['note']}>{text.whyNoScore(why)}</p>}
    </header>
  );
}

function Groups({
  round,
  groups,
}: {
  readonly round: ResultsSlice['rounds'][number];
  readonly groups: readonly (GroupShown | null)[];
}) {
  const text = useText(unitText);
  const watch = useText(watchText);
  const shown = round.groups.flatMap((group, n) => {
    const figure = groups[n];
    return figure ? [{ ...group, figure }] : [];
  });
  const percent = weightsArePercent(round.groups);
  const heaviest = Math.max(...shown.map(({ weight }) => weight), 1);
  const ballots = shown.reduce((sum, { figure }) => sum + figure[0], 0);
  return (
    <>
      <h3 className="visually-hidden">{text.byGroups}</h3>
      <ul className={styles['groups']}>
        {shown.map(({ id, name, weight, figure: [count, value, why] }) => (
          <li key={id}>
            <p className={styles['group']}>
              <span>{name}</span>
              <small>
                {watch.weight(weight, percent)}
                {watch.comma}
                {text.ballots(count)}
              </small>
              {value === null ? (
                <small className={styles['value']}>{text.noMean(why, count)} —</small>
              ) : (
                <b className={styles['value']}>{value}</b>
              )}
            </p>
            {weight > 0 && (
              <span
                className={styles['track']}
                style={{ width: `${(weight / heaviest) * 100}%` }}
                data-empty={value === null}
                aria-hidden="true"
              >
                {value !== null && <i style={{ width: `${Number(value)}%` }} />}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className={styles['note']}>{text.bars}</p>
      <p className="soft">{watch.rounding}</p>
      <p className={styles['note']}>{text.fromRound(round.kind, round.attempt, ballots)}</p>
      {round.root !== null && (
        <p className={styles['note']}>
          {watch.root} <code className="breaks hex">{round.root}</code>
        </p>
      )}
    </>
  );
}
