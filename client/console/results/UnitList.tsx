// The units by category, with rank and score: whoever opens one keeps its neighbours in sight.
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { unitText } from '../../../shared/text/unit.ts';
import type { SubjectId } from '../../../shared/ids.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { useText } from '../../ui/language.ts';
import { Name } from '../../ui/Name.tsx';
import { useConsole } from '../parts/console-context.ts';
import type { ListedCategory, ListedUnit } from './list.ts';
import { unitAddress } from './address.ts';
import styles from './UnitList.module.css';

export function UnitList({
  list,
  chosen,
}: {
  readonly list: readonly ListedCategory[];
  readonly chosen: SubjectId | null;
}) {
  const text = useText(unitText);
  const own = useRef<HTMLDivElement>(null);
  useEffect(() => {
    own.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div ref={own} className={styles['list']}>
      {list.map(({ category, units }) => (
        <section key={category.id}>
          <h2>
            <CategoryMark {...category} /> {category.name} {text.of(units.length)}
          </h2>
          <ol>
            {units.map((unit) => (
              <li key={unit.subject.id}>
                <Row unit={unit} isChosen={unit.subject.id === chosen} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Row({
  unit: { subject, row },
  isChosen,
}: {
  readonly unit: ListedUnit;
  readonly isChosen: boolean;
}) {
  const text = useText(unitText);
  const { code } = useConsole();
  return (
    <Link
      href={unitAddress(code, subject.id)}
      replace
      aria-current={isChosen}
      className={styles['row'] ?? ''}
    >
      <span className={styles['rank']}>{row?.categoryRank ?? '—'}</span>
      <Name of={subject} />
      {row?.score ? (
        <span className={styles['score']}>{row.score}</span>
      ) : (
        <small>{row ? text.noScore : subject.out === null ? text.later : text.out}</small>
      )}
    </Link>
  );
}
