// The published result of all units, best first, each with its total and grade.
import { Link } from 'wouter';
import { publishedText } from '../../shared/text/published.ts';
import type { PublishedSlice } from '../../shared/views/slices/result-slices.ts';
import { CategoryMark } from '../ui/CategoryMark.tsx';
import { useText } from '../ui/language.ts';
import { FROM_LIST, watchAddress } from './address.ts';
import lists from './Lists.module.css';
import styles from './Published.module.css';

export function PublishedList({
  published,
  code,
}: {
  readonly published: NonNullable<PublishedSlice>;
  readonly code: string;
}) {
  const text = useText(publishedText);
  const { units, days, final } = published;
  return (
    <section className={lists['section']} aria-label={text.title}>
      <div className={lists['head']}>
        <h2>{text.title}</h2>
        <span className="fixed">{final ? text.final : text.days(days)}</span>
      </div>
      <p className={lists['soft']}>{text.lead}</p>
      <ol className={lists['rows']}>
        {units.map(({ subject, rank, total, grade }) => (
          <li key={subject.id} className="row gap-m over anchor">
            <span className={lists['rank']}>{rank ?? '—'}</span>
            <CategoryMark {...subject.category} label={subject.category.name} />
            <span className={lists['name']}>
              <Link
                href={watchAddress(code, subject.id)}
                state={FROM_LIST}
                className={lists['unit'] ?? ''}
              >
                {subject.name}
              </Link>
            </span>
            {grade !== null && <span className={styles['graded']}>{grade}</span>}
            <b>{total ?? '—'}</b>
          </li>
        ))}
      </ol>
    </section>
  );
}
