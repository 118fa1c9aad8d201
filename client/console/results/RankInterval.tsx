// The interval of a rank as slots under a bracket, its own place filled; a lane with three figures where it is wide (LOOK.md).
import type { CSSProperties } from 'react';
import type { RankInterval as Interval } from '../../../shared/results/certainty/rank-intervals.ts';
import { Slot } from '../../ui/Slot.tsx';
import { MOST_FIGURES, onLane, windowOf } from './interval.ts';
import styles from './RankInterval.module.css';

/** An ornament: the sentence below says the same. */
export function RankInterval({
  range,
  own,
  of,
}: {
  readonly range: Interval;
  readonly own: number;
  /** Ranks that there are. */
  readonly of: number;
}) {
  const shown = windowOf(range, own, of);
  if (shown === null) return <WideInterval range={range} own={own} of={of} />;
  const [first, last] = shown;
  const ranks = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  const isNamed = (rank: number) =>
    ranks.length <= MOST_FIGURES || rank === own || range.includes(rank);
  return (
    <div
      aria-hidden="true"
      className={styles['slots']}
      style={{ '--ranks': ranks.length } as CSSProperties}
    >
      <i
        className={styles['bracket']}
        style={{ gridColumn: `${range[0] - first + 1} / ${range[1] - first + 2}` }}
      />
      {ranks.map((rank, n) => (
        <span key={rank} data-own={rank === own} style={{ gridColumn: n + 1 }}>
          <Slot state={rank === own ? 'filled' : 'empty'} />
          {isNamed(rank) && rank}
        </span>
      ))}
    </div>
  );
}

function WideInterval({
  range: [low, high],
  own,
  of,
}: {
  readonly range: Interval;
  readonly own: number;
  readonly of: number;
}) {
  const at = (rank: number) => ({ left: `${onLane(rank, of)}%` });
  return (
    <div aria-hidden="true" className={styles['wide']}>
      <RankLane range={[low, high]} own={own} of={of} />
      {[...new Set([low, own, high])].map((rank) => (
        <span key={rank} data-own={rank === own} style={at(rank)}>
          {rank}
        </span>
      ))}
    </div>
  );
}

/** A line from the first rank to the last, thick along the interval, a mark at the unit's own. */
export function RankLane({
  range: [low, high],
  own,
  of,
}: {
  readonly range: Interval;
  readonly own: number;
  readonly of: number;
}) {
  const from = onLane(low, of);
  return (
    <span className={styles['lane']} aria-hidden="true">
      <i style={{ left: `${from}%`, width: `${onLane(high, of) - from}%` }} />
      <b style={{ left: `${onLane(own, of)}%` }} />
    </span>
  );
}
