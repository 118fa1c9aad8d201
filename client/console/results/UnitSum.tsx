// A unit's result as a statement: each component with its weight and what it gives, adjustments, what caps took, the total.
import type { CSSProperties } from 'react';
import { outcomeText } from '../../../shared/text/outcome.ts';
import type { ResultPage, ShownRow } from '../../../shared/views/slices/result-slices.ts';
import { useText } from '../../ui/language.ts';
import styles from './Outcome.module.css';

export function UnitSum({ page, row }: { readonly page: ResultPage; readonly row: ShownRow }) {
  const text = useText(outcomeText);
  const { subject, nodes, base, bonus, deduction, bonusEntered, deductionEntered, total } = row;
  const mates = page.rows.filter((one) => one.subject.category.id === subject.category.id);
  const entries = page.adjustments.filter(
    (one) => one.subject.id === subject.id && one.state === 'confirmed',
  );
  const vetoes = page.vetoes.filter((one) => one.subject.id === subject.id);
  const of = mates.filter(({ categoryRank }) => categoryRank !== null).length;
  const lines = (sign: 'bonus' | 'deduction') =>
    entries
      .filter((one) => one.sign === sign)
      .map((one) => (
        <tr key={one.id} data-out={one.as !== 'counted'}>
          <th scope="row" style={{ '--level': 1 } as CSSProperties}>
            {one.event || one.reason}
          </th>
          <td>{one.as === 'counted' || one.as === null ? one.evidence : text.counts[one.as]}</td>
          <td>{one.worth ?? one.points}</td>
          <td />
          <td />
        </tr>
      ));
  return (
    <section aria-label={text.result} className={styles['sum']}>
      <header>
        <h3>{text.result}</h3>
        <p>
          {row.categoryRank === null ? (
            text.noResult
          ) : (
            <>
              {text.placeOf(row.categoryRank, of)}
              {row.rank !== null && <>，{text.overall(row.rank)}</>}
              {row.rule !== null && <>，{text.rule(row.rule)}</>}
            </>
          )}
        </p>
        {row.grade !== null && <b>{row.grade}</b>}
      </header>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{text.sum}</th>
            <td />
            <th scope="col">{text.value}</th>
            <th scope="col">{text.weight}</th>
            <th scope="col">{text.gets}</th>
          </tr>
        </thead>
        <tbody>
          {nodes.map((node) => (
            <tr key={node.id} data-level={node.level}>
              <th scope="row" style={{ '--level': node.level } as CSSProperties}>
                {node.name}
              </th>
              <td />
              <td>{node.value ?? '—'}</td>
              <td>{node.weight}</td>
              <td>{node.level === 0 ? (node.part ?? '—') : ''}</td>
            </tr>
          ))}
          <Line name={text.base} value={base ?? '—'} />
          {lines('bonus')}
          <Line
            name={text.bonus}
            note={bonusEntered === bonus ? '' : text.capBites(bonusEntered, bonus)}
            value={text.plus(bonus)}
          />
          {lines('deduction')}
          <Line
            name={text.deduction}
            note={deductionEntered === deduction ? '' : text.capBites(deductionEntered, deduction)}
            value={text.minus(deduction)}
          />
          {vetoes.map(({ id, worst, reason }) => (
            <tr key={id}>
              <th scope="row">{text.vetoes}</th>
              <td>{reason}</td>
              <td colSpan={3}>{worst === null ? text.unranked : text.worst(worst)}</td>
            </tr>
          ))}
          <Line name={text.total} value={total ?? '—'} />
        </tbody>
      </table>
    </section>
  );
}

function Line({
  name,
  note = '',
  value,
}: {
  readonly name: string;
  readonly note?: string;
  readonly value: string;
}) {
  return (
    <tr data-line="sum">
      <th scope="row">{name}</th>
      <td colSpan={3}>{note}</td>
      <td>{value}</td>
    </tr>
  );
}
