// The units by category, with rank and score: whoever opens one keeps its neighbours in sight.
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { unitText } from '../../../shared/text/unit.ts';
import type { SubjectId } from '../../../shared/ids.ts';
import type { RankInterval } from '../../../shared/results/certainty/rank-intervals.ts';
import { certaintyText } from '../../../shared/text/certainty.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { useText } from '../../ui/language.ts';
import { Name } from '../../ui/Name.tsx';
import { useConsole } from '../parts/console-context.ts';
import type { ListedCategory, ListedUnit } from './list.ts';
import { unitAddress } from './address.ts';
import { RankLane } from './RankInterval.tsx';
import type { CertaintyState } from './use-certainty.ts';
import styles from './UnitList.module.css';

export function UnitList({
  list,
  chosen,
  certainty,
}: {
  readonly list: readonly ListedCategory[];
  readonly chosen: SubjectId | null;
  readonly certainty: CertaintyState;
}) {
  const text = useText(unitText);
  const own = useRef<HTMLDivElement>(null);
  const ranks = certainty.kind === 'found' ? certainty.certainty.ranks : null;
  const ranges = new Map<string, RankInterval>(
    ranks?.ok ? ranks.value.map(({ subject, category }) => [subject, category]) : [],
  );
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
                <Row
                  unit={unit}
                  isChosen={unit.subject.id === chosen}
                  range={ranges.get(unit.subject.id) ?? null}
                  of={units.filter(({ row }) => row !== null).length}
                />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Row({
  unit: { subject, row, result },
  isChosen,
  range,
  of,
}: {
  readonly unit: ListedUnit;
  readonly isChosen: boolean;
  /** Of its rank; null while none is computed, or there is none. */
  readonly range: RankInterval | null;
  /** Of its category on the standings: the last place is that many. */
  readonly of: number;
}) {
  const text = useText(unitText);
  const certainty = useText(certaintyText);
  const { code } = useConsole();
  return (
    <Link
      href={unitAddress(code, subject.id)}
      replace
      aria-current={isChosen}
      className={styles['row'] ?? ''}
    >
      <span className={styles['rank']}>{(result ?? row)?.categoryRank ?? '—'}</span>
      <Name of={subject} />
      {result?.total ? (
        <span className={styles['score']}>
          {result.grade !== null && <small>{result.grade} </small>}
          {result.total}
        </span>
      ) : row?.score && !result ? (
        <span className={styles['score']}>{row.score}</span>
      ) : (
        <small>{row ? text.noScore : subject.out === null ? text.later : text.out}</small>
      )}
      {range && row && row.categoryRank !== null && (
        <span className={styles['interval']}>
          <RankLane range={range} own={row.categoryRank} of={of} />
          <span className="visually-hidden">{certainty.interval(range)}</span>
        </span>
      )}
    </Link>
  );
}
