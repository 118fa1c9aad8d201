// The standings of everything revealed so far.
import { watchText } from '../../shared/text/watch.ts';
import type { BoardSlice } from '../../shared/views/slices.ts';
import { CategoryMark } from '../ui/CategoryMark.tsx';
import { useText } from '../ui/language.ts';
import styles from './Lists.module.css';

export function Standings({ board: { rows, of } }: { readonly board: BoardSlice }) {
  const text = useText(watchText);
  return (
    <section className={styles['section']}>
      <div className={styles['head']}>
        <h2>{text.revealed(rows.length, of)}</h2>
        <span>{text.outOf100}</span>
      </div>
      {rows.length === 0 && <p className={styles['soft']}>{text.nothingYet}</p>}
      <ol className={styles['rows']}>
        {rows.map((row) => (
          <li key={row.subject.id} data-latest={row.latest}>
            <span className={styles['rank']}>{row.rank ?? '—'}</span>
            <CategoryMark
              mark={row.subject.category.mark}
              hue={row.subject.category.hue}
              label={row.subject.category.name}
            />
            <span className={styles['name']}>
              {row.subject.name}
              {(row.tied || row.latest) && (
                <small>
                  {[row.tied ? text.shared : '', row.latest ? text.latest : '']
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              )}
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
