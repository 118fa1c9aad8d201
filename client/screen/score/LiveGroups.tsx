// One row per group while ballots come in: how many, and the mean as far as it may be shown (R6).
import type { CSSProperties } from 'react';
import type { GroupMean, ProgressSlice } from '../../../shared/views/slices/number-slices.ts';
import { Strip } from '../../ui/Strip.tsx';
import { Count } from './Figures.tsx';
import { groupNameStyle, MeanOf, rowSizes } from './GroupMean.tsx';
import { slotStates } from './GroupSlots.tsx';
import styles from './Groups.module.css';

type Groups = ProgressSlice['groups'];

/** More ballots than this in one group, and a slot stands for five. */
const SLOTS_MAX = 100;

export function slotsAreFives(groups: Groups): boolean {
  return groups.some((group) => group.expected > SLOTS_MAX);
}

export function LiveGroups({
  progress,
  means,
}: {
  readonly progress: Groups;
  readonly means: readonly GroupMean[];
}) {
  const per = slotsAreFives(progress) ? 5 : 1;
  const sizes = rowSizes(progress.length);
  return (
    <ul className={styles['groups']} style={sizes.style}>
      {progress.map((group) => {
        const states = slotStates({ ...group, recused: 0, absent: 0 }, per);
        return (
          <li
            key={group.id}
            style={{ '--slot-gap': states.length > 50 ? '0.25cqh' : '0.5cqh' } as CSSProperties}
          >
            <div className={styles['line']}>
              <span className={styles['name']} style={groupNameStyle(group.name, progress.length)}>
                {group.name}
              </span>
              <Count done={group.done} of={group.expected} size={sizes.count} />
              <MeanOf group={means.find((mean) => mean.id === group.id)} final={false} />
            </div>
            <Strip className={styles['slots']} states={states} />
          </li>
        );
      })}
    </ul>
  );
}
