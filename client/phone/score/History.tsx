// My scores: one slot for each unit, and what I gave.
import { countedText } from '../../../shared/text/counted.ts';
import type { MyBallot } from '../../../shared/views/slices/panel-slices.ts';
import { useText } from '../../ui/language.ts';
import { Strip } from '../../ui/Strip.tsx';
import { shownColumn } from './column.ts';
import styles from './History.module.css';

/** Above this many units their slots would be hairs. */
const MOST_SLOTS = 40;

export function History({
  ballots,
  waiting,
  of,
}: {
  readonly ballots: readonly MyBallot[];
  /** How many are on their way. */
  readonly waiting: number;
  /** How many units present in all, where that is known. */
  readonly of: number | null;
}) {
  const text = useText(countedText);
  const newest = [...new Map(ballots.map((ballot) => [ballot.subject.id, ballot])).values()];
  const totals = shownColumn(newest.map(({ total }) => total));
  const slots = Math.max(of ?? 0, newest.length + waiting);
  if (newest.length + waiting === 0) return null;
  return (
    <section className={styles['history']}>
      <h2>
        {text.history} {newest.length}
        {of !== null && ` / ${of}`}
      </h2>
      {of !== null && slots <= MOST_SLOTS && (
        <Strip
          className={styles['slots']}
          states={Array.from({ length: slots }, (_, n) =>
            n < newest.length ? 'filled' : n < newest.length + waiting ? 'waiting' : 'empty',
          )}
        />
      )}
      <dl className={styles['list']}>
        {newest.map(({ subject }, n) => (
          <div key={subject.id} className="line between under">
            <dt className="slim">{subject.name}</dt>
            <dd className="fixed bold">{totals[n] ?? text.abstained}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
