// A group's line in the ledger; opened, how many gave it, how its value and its part came about, and its criteria.
import type { CSSProperties } from 'react';
import { unitText } from '../../../shared/text/unit.ts';
import type {
  CriterionMeans,
  UnitGroup,
  UnitResult,
} from '../../../shared/views/slices/unit-slices.ts';
import type { Lane } from '../../screen/lane.ts';
import { useText } from '../../ui/language.ts';
import styles from './UnitLedger.module.css';

export function GroupRow({
  group,
  result,
  lane,
}: {
  readonly group: UnitGroup;
  readonly result: UnitResult;
  readonly lane: Lane | null;
}) {
  const text = useText(unitText);
  const { name, mean, weight, part, counted } = group;
  return (
    <details className={styles['group']}>
      <summary>
        <span className={styles['name']}>
          <b>{name}</b> <small>{text.ballots(counted)}</small>
        </span>
        <span className={styles['lane']} aria-hidden="true">
          {lane && mean !== null && (
            <>
              {result.score !== null && <i style={{ left: `${lane.at(result.score)}%` }} />}
              <b style={{ left: `${lane.at(mean)}%` }} />
            </>
          )}
        </span>
        <span className={styles['value']}>
          <span className={styles['label']}>{text.value} </span>
          {mean !== null ? (
            <span>{mean}</span>
          ) : (
            <>
              <small>{text.noMean(group.why, counted)}</small> —
            </>
          )}
        </span>
        <span className={styles['weight']}>
          <span className={styles['label']}>{text.weight} </span>
          <span>{weight}</span>
        </span>
        <b className={styles['part']}>
          <span className={styles['label']}>{text.part} </span>
          <span>{part ?? '—'}</span>
        </b>
      </summary>
      <div className={styles['opened']}>
        <Counts group={group} />
        <Sum group={group} result={result} />
        <Criteria criteria={group.criteria} />
      </div>
    </details>
  );
}

function Counts({ group }: { readonly group: UnitGroup }) {
  const text = useText(unitText);
  const { expected, scored, abstained, recused, counted } = group;
  return (
    <p>
      {text.expected(expected)}
      {text.counts(scored, abstained, Math.max(0, expected - counted))}
      {recused > 0 && text.recused(recused)}
    </p>
  );
}

function Sum({ group, result }: { readonly group: UnitGroup; readonly result: UnitResult }) {
  const text = useText(unitText);
  const { mean, weight, part, scored, dropped, share } = group;
  const { scheme, weights } = result;
  const isTrimming = scheme.spread.kind === 'trim' && scheme.spread.t > 0;
  return (
    <>
      {isTrimming && scored > 0 && (
        <p>{dropped > 0 ? text.dropped(dropped, scored - 2 * dropped) : text.notDropped}</p>
      )}
      {weight === 0 && <p>{text.weighsNothing}</p>}
      {weight > 0 && scored > 0 && share === null && result.score !== null && (
        <p>{text.leftOut(scheme.floor)}</p>
      )}
      {weight > 0 && scored === 0 && (
        <p>{scheme.emptyGroup === 'rescale' ? text.rescaled : text.blocks}</p>
      )}
      {mean !== null && part !== null && (
        <p>
          {text.sum(mean, weight, weights, part)}
          {share !== null && <small> {text.share(share)}</small>}
        </p>
      )}
    </>
  );
}

function Criteria({ criteria }: { readonly criteria: CriterionMeans }) {
  const text = useText(unitText);
  if (criteria.ballots === null) return <p>{text.noCriteria[criteria.why]}</p>;
  return (
    <table className={styles['criteria']}>
      <caption>{text.criteria(criteria.ballots)}</caption>
      <tbody>
        {criteria.lines.map(({ id, kind, name, level, max, mean }) => (
          <tr key={id} data-kind={kind}>
            <th scope="row" style={{ '--level': level } as CSSProperties}>
              {name}
            </th>
            <td aria-hidden="true">
              <span className={styles['bar']}>
                <i style={{ width: `${(Number(mean) / Number(max)) * 100}%` }} />
              </span>
            </td>
            <td>
              <b>{mean}</b> / {max}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
