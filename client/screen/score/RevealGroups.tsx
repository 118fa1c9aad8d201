// Group results on one lane: a tick for the score, a square for the group.
import type { CSSProperties } from 'react';
import type { GroupMean } from '../../../shared/views/slices/number-slices.ts';
import { groupNameStyle, MeanOf, rowSizes } from './GroupMean.tsx';
import { laneOf, type Lane } from '../lane.ts';
import { useScreen } from '../screen-context.ts';
import { weightsArePercent } from '../../parts/weights.ts';
import styles from './Groups.module.css';

export function RevealGroups({
  groups,
  score,
}: {
  readonly groups: readonly GroupMean[];
  readonly score: string | null;
}) {
  const { text } = useScreen();
  const percent = weightsArePercent(groups);
  const values = [...groups.map((group) => group.mean), score].filter((value) => value !== null);
  const lane = laneOf(values);
  const sizes = rowSizes(groups.length);
  return (
    <div className={styles['revealed']}>
      <ul className={styles['groups']} style={sizes.style}>
        {groups.map((group, index) => (
          <li key={group.id} style={{ '--nth': index } as CSSProperties}>
            <div className={styles['line']}>
              <span className={styles['name']} style={groupNameStyle(group.name, groups.length)}>
                {group.name}
              </span>
              <span className={styles['facts']}>
                <span>{text.weight(group.weight, percent)}</span>{' '}
                <span>{text.ballots(group.counted)}</span>
              </span>
              <MeanOf group={group} />
            </div>
            {lane && (
              <div className={styles['lane']} aria-hidden="true">
                {score !== null && <i style={{ left: `${lane.at(score)}%` }} />}
                {group.mean !== null && <b style={{ left: `${lane.at(group.mean)}%` }} />}
              </div>
            )}
          </li>
        ))}
      </ul>
      {lane && <Scale lane={lane} score={score} />}
    </div>
  );
}

/** The lane's ends and the score; an end that the score would cover is left out. */
function Scale({ lane, score }: { readonly lane: Lane; readonly score: string | null }) {
  const at = score === null ? 50 : lane.at(score);
  return (
    <p className={styles['scale']} data-scale aria-hidden="true">
      <span>{at > 16 && lane.from}</span>
      {score !== null && <b style={{ left: `${Math.min(94, Math.max(6, at))}%` }}>{score}</b>}
      <span>{at < 84 && lane.to}</span>
    </p>
  );
}
