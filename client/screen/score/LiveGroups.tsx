// One row per group while ballots come in: how many, and the mean as far as it may be shown (R6).
import type { CSSProperties } from 'react';
import type { GroupMean, ProgressSlice } from '../../../shared/views/slices/number-slices.ts';
import { Slot } from '../../ui/Slot.tsx';
import { Count } from './Figures.tsx';
import { groupNameStyle, MeanOf, rowSizes } from './GroupMean.tsx';
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
        const slots = Math.ceil(group.expected / per);
        const filled = group.done >= group.expected ? slots : Math.floor(group.done / per);
        return (
          <li key={group.id}>
            <div className={styles['line']}>
              <span className={styles['name']} style={groupNameStyle(group.name, progress.length)}>
                {group.name}
              </span>
              <Count done={group.done} of={group.expected} size={sizes.count} />
              <MeanOf group={means.find((mean) => mean.id === group.id)} final={false} />
            </div>
            <div
              className={styles['slots']}
              style={{ '--slot-gap': slots > 50 ? '0.25cqh' : '0.5cqh' } as CSSProperties}
            >
              {Array.from({ length: slots }, (_, index) => (
                <Slot key={index} state={index < filled ? 'filled' : 'empty'} />
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
