// One unit's published result: its place, its total and grade, what each component gave of how much, what was added and taken.
import { publishedText } from '../../shared/text/published.ts';
import type { PublishedUnit as Unit } from '../../shared/views/slices/result-slices.ts';
import { CategoryMark } from '../ui/CategoryMark.tsx';
import { useText } from '../ui/language.ts';
import styles from './UnitResult.module.css';
import own from './Published.module.css';

/** Longer names take smaller letters: by their length, so that nothing jumps. */
const LONG_NAME = 8;

export function PublishedUnit({
  unit: { subject, nodes, bonus, deduction, bonusEntered, deductionEntered, ...row },
}: {
  readonly unit: Unit;
}) {
  const text = useText(publishedText);
  const { category, name } = subject;
  const parts = nodes.filter(({ level }) => level === 0);
  const most = Math.max(...parts.map(({ of }) => Number(of)), 1);
  return (
    <>
      <header className={styles['head']}>
        <h2 data-long={name.length > LONG_NAME}>
          <CategoryMark {...category} label={category.name} />
          <span>{name}</span>
          {row.grade !== null && <b className={own['grade']}>{row.grade}</b>}
        </h2>
        <p className="quiet">{text.among(category.name, row.of, row.tied)}</p>
        <div className={styles['figures']}>
          {row.categoryRank === null ? (
            <p className={styles['unranked']}>{text.noPlace}</p>
          ) : (
            <p>
              <b className={styles['rank']}>{row.categoryRank}</b>
              <span className={styles['rankEnd']}>{text.rankEnd(row.categoryRank, row.of)}</span>
            </p>
          )}
          <p className={styles['score']}>
            <small>{text.total}</small>
            <b>{row.total ?? '—'}</b>
          </p>
        </div>
        {row.rule !== null && <p className={styles['note']}>{text.byRule(row.rule)}</p>}
      </header>
      <h3 className="visually-hidden">{text.madeOf}</h3>
      <ul className={styles['groups']}>
        {parts.map(({ id, name: part, of, value, part: gets }) => (
          <li key={id}>
            <p className={styles['group']}>
              <span>{part}</span>
              <b className={styles['value']}>
                {gets ?? '—'} <small>/ {of}</small>
              </b>
            </p>
            <span
              className={styles['track']}
              style={{ width: `${(Number(of) / most) * 100}%` }}
              data-empty={value === null}
              aria-hidden="true"
            >
              {value !== null && <i style={{ width: `${Number(value)}%` }} />}
            </span>
          </li>
        ))}
        <Sum
          name={text.bonus}
          note={bonusEntered === bonus ? '' : text.capped(bonusEntered)}
          value={`+${bonus}`}
        />
        <Sum
          name={text.deduction}
          note={deductionEntered === deduction ? '' : text.capped(deductionEntered)}
          value={`−${deduction}`}
        />
      </ul>
    </>
  );
}

function Sum({
  name,
  note,
  value,
}: {
  readonly name: string;
  readonly note: string;
  readonly value: string;
}) {
  return (
    <li>
      <p className={styles['group']}>
        <span>{name}</span>
        <small>{note}</small>
        <b className={styles['value']}>{value}</b>
      </p>
    </li>
  );
}
