// The standings of everything revealed so far, of all units or of one category.
import { useState } from 'react';
import { Link } from 'wouter';
import { drawPoolText } from '../../shared/text/draw-pool.ts';
import { watchText } from '../../shared/text/watch.ts';
import type { CategoryId } from '../../shared/ids.ts';
import type { BoardSlice } from '../../shared/views/slices/number-slices.ts';
import { Documents } from '../documents/Documents.tsx';
import { standingsOf } from '../parts/category-rows.ts';
import { CategoryMark } from '../ui/CategoryMark.tsx';
import { useText } from '../ui/language.ts';
import { FROM_LIST, watchAddress } from './address.ts';
import styles from './Lists.module.css';

export function Standings({
  board,
  code,
  onStage,
}: {
  readonly board: BoardSlice;
  readonly code: string;
  /** What the hall's board is turned to; a viewer's own choice goes before it. */
  readonly onStage: CategoryId | null;
}) {
  const text = useText(watchText);
  const poolWords = useText(drawPoolText);
  const [chosen, setChosen] = useState<CategoryId | 'all' | null>(null);
  const shown = chosen ?? onStage ?? 'all';
  const { categories } = board;
  const { rows, of } = standingsOf(board, categories.find(({ id }) => id === shown) ?? null);
  return (
    <section className={styles['section']}>
      <div className={styles['head']}>
        <h2>{text.revealed(rows.length, of)}</h2>
        <span className="fixed">{text.outOf100}</span>
      </div>
      {categories.length > 1 && (
        <div className={styles['choice']} role="group" aria-label={text.whichStandings}>
          {[null, ...categories].map((category) => (
            <button
              key={category?.id ?? 'all'}
              type="button"
              className="key"
              aria-pressed={shown === (category?.id ?? 'all')}
              onClick={() => {
                setChosen(category?.id ?? 'all');
              }}
            >
              {category?.name ?? text.allCategories}
            </button>
          ))}
        </div>
      )}
      <p className={styles['soft']}>{rows.length === 0 ? text.nothingYet : text.openUnit}</p>
      <ol className={styles['rows']}>
        {rows.map((row) => (
          <li key={row.subject.id} className="row gap-m over anchor" data-latest={row.latest}>
            <span className={styles['rank']}>{row.rank ?? '—'}</span>
            <CategoryMark {...row.subject.category} label={row.subject.category.name} />
            <span className={styles['name']}>
              <Link
                href={watchAddress(code, row.subject.id)}
                state={FROM_LIST}
                className={styles['unit'] ?? ''}
              >
                {row.subject.name}
              </Link>
              {(row.tied || row.latest) && (
                <small>
                  {[
                    row.tied ? text.shared : '',
                    row.lot === null ? '' : poolWords.lot(row.lot),
                    row.latest ? text.latest : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              )}
              <Documents documents={row.subject.documents} code={code} />
            </span>
            {row.score === null ? (
              <small>{row.why && text.boardWhy[row.why]} —</small>
            ) : (
              <b>{row.score}</b>
            )}
          </li>
        ))}
      </ol>
      {rows.some((row) => row.tied) && <p className={styles['soft']}>{text.tiesNote}</p>}
    </section>
  );
}
