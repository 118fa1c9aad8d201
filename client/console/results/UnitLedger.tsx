// One unit's score as a ledger: each group's value times its weight, and what they add up to.
import type { ReactNode } from 'react';
import { unitText } from '../../../shared/text/unit.ts';
import type { UnitPage, UnitResult } from '../../../shared/views/slices/unit-slices.ts';
import { laneOf } from '../../screen/lane.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { useText } from '../../ui/language.ts';
import { Slot } from '../../ui/Slot.tsx';
import { GroupRow } from './GroupRow.tsx';
import styles from './UnitLedger.module.css';

/** Longer names stand in smaller letters: by their length, so that nothing jumps. */
const LONG_NAME = 9;

export function UnitLedger({
  page: { subject, result, pending },
  total,
  children,
}: {
  readonly page: UnitPage;
  /** What a plan adds up for it; undefined without one: then its score is what counts. */
  readonly total?: string | null | undefined;
  /** How that is made up, above what its score is made of. */
  readonly children?: ReactNode;
}) {
  const text = useText(unitText);
  return (
    <article className={styles['page']}>
      <header className={styles['head']} data-long={subject.name.length > LONG_NAME}>
        <CategoryMark {...subject.category} label={subject.category.name} />
        <h2>{subject.name}</h2>
        {total === undefined ? result && <b>{result.score ?? '—'}</b> : <b>{total ?? '—'}</b>}
      </header>
      {subject.out !== null && <p className={styles['note']}>{text.out}</p>}
      {children}
      {pending && (
        <p className={styles['note']}>
          <Slot state="waiting" /> {result ? text.again(pending) : text.pending(pending)}
        </p>
      )}
      {!result && !pending && <p className={styles['note']}>{text.notScored}</p>}
      {result && <Ledger result={result} />}
    </article>
  );
}

function Ledger({ result }: { readonly result: UnitResult }) {
  const text = useText(unitText);
  const { score, why, groups, sum, scheme } = result;
  const values = groups.flatMap(({ mean }) => mean ?? []);
  const lane = values.length === 0 ? null : laneOf([...values, ...(score === null ? [] : [score])]);
  const isHidden = groups.some(({ share, mean }) => share !== null && mean === null);
  return (
    <>
      <p className={styles['heads']} aria-hidden="true">
        <span>{text.how}</span>
        <span className={styles['ends']}>
          <span>{lane?.from}</span>
          <span>{lane?.to}</span>
        </span>
        <span>{text.value}</span>
        <span>{text.weight}</span>
        <span>{text.part}</span>
      </p>
      <ol>
        {groups.map((group) => (
          <li key={group.id}>
            <GroupRow group={group} result={result} lane={lane} />
          </li>
        ))}
      </ol>
      <p className={styles['total']}>
        <span>{text.total}</span>
        <b>{score ?? '—'}</b>
      </p>
      {score === null && <p className={styles['note']}>{text.whyNoScore(why)}</p>}
      {isHidden && score !== null && <p className={styles['note']}>{text.hidden(scheme.floor)}</p>}
      {sum !== null && score !== null && sum !== score && (
        <p className={styles['note']}>{text.rounding(sum, score)}</p>
      )}
    </>
  );
}
