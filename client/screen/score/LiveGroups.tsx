// Each group's ballots across the foot of a live round: how many, and one slot for each; no mean of any group (R6).
import type { CSSProperties } from 'react';
import type { ProgressSlice } from '../../../shared/views/slices/number-slices.ts';
import { Strip } from '../../ui/Strip.tsx';
import { nameLength } from '../draw/LoneName.tsx';
import { Count } from './Figures.tsx';
import { slotStates } from './GroupSlots.tsx';
import styles from './Live.module.css';

/** More groups than this stand in two rows. */
const ONE_ROW = 6;
const WIDTH = 160;
const GAP = 3.4;
/** The smallest letters that the last row reads, in cqh. */
const SMALLEST = 2.8;

/** @param per ballots that one slot stands for */
export function LiveGroups({
  progress: { groups },
  per,
}: {
  readonly progress: ProgressSlice;
  readonly per: number;
}) {
  const isTwo = groups.length > ONE_ROW;
  const across = isTwo ? Math.ceil(groups.length / 2) : groups.length;
  const slots = Math.max(...groups.map(({ expected }) => Math.ceil(expected / per)), 0);
  // Of equal columns; wider for groups of many seats, never narrower than most of it.
  const column = (WIDTH - GAP * (across - 1)) / Math.max(1, across);
  const style = {
    '--across': across,
    '--least': `${column * 0.82}cqh`,
    '--line': isTwo ? '4.4cqh' : '6.6cqh',
    '--tall': isTwo ? '2cqh' : '2.6cqh',
    '--gap': slots > 60 ? '0.1cqh' : slots > 30 ? '0.25cqh' : '0.5cqh',
  } as CSSProperties;
  return (
    <ul className={styles['groups']} data-rows={isTwo ? 'two' : 'one'} style={style}>
      {groups.map((group) => (
        <li key={group.id} style={seatsStyle(group, column, isTwo)}>
          <div className={styles['line']}>
            <span className={styles['name']}>{group.name}</span>
            <Count done={group.done} of={group.expected} size={isTwo ? 3.75 : 4.7} />
          </div>
          <Strip
            className={styles['slots']}
            states={slotStates({ ...group, recused: 0, absent: 0 }, per)}
          />
        </li>
      ))}
    </ul>
  );
}

function seatsStyle(
  { name, expected }: ProgressSlice['groups'][number],
  column: number,
  isTwo: boolean,
): CSSProperties {
  const { size, lines } = lettering(name, column, isTwo);
  const vars = { '--seats': Math.max(1, expected), '--name': `${size}cqh`, '--lines': lines };
  return vars as CSSProperties;
}

/** On one line where it fits beside its count, else smaller, on two lines where there is room for them. */
function lettering(name: string, column: number, isTwo: boolean) {
  const room = column * 0.82 - (isTwo ? 9 : 11.5);
  const most = isTwo ? 3.4 : 4.2;
  const fits = room / nameLength(name);
  if (isTwo || fits >= 3.4) return { size: Math.max(SMALLEST, Math.min(most, fits)), lines: 1 };
  return { size: Math.max(SMALLEST, Math.min(3, 1.7 * fits)), lines: 2 };
}
