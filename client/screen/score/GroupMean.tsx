// A group's mean, or the dash and the reason why none is shown.
import type { CSSProperties } from 'react';
import type { GroupMean } from '../../../shared/views/slices/number-slices.ts';
import { useScreen } from '../screen-context.ts';
import { nameLength } from '../draw/LoneName.tsx';
import styles from './Groups.module.css';

/** What a row leaves for a group's name, in cqh. */
const NAME_WIDTH = 25;
/** More groups than this, and a row is too low for a name on two lines. */
const TWO_LINES_MAX = 5;

export function MeanOf({ group }: { readonly group: GroupMean }) {
  const { text } = useScreen();
  if (group.mean !== null) return <b className={styles['mean']}>{group.mean}</b>;
  return (
    <span className={styles['withheld']}>
      {text.noMean(group.why, group.counted)}
      <b className={styles['mean']}>—</b>
    </span>
  );
}

/** The letters of a group's name in its row: smaller where it is long, then on two lines. Lengths in cqh. */
export function groupNameStyle(name: string, groups: number): CSSProperties {
  const length = nameLength(name);
  const two = groups <= TWO_LINES_MAX && NAME_WIDTH / length < 3.75;
  const most = two ? 3.75 : groups > 9 ? 3 : groups > 5 ? 3.75 : 4.7;
  const room = two ? (2 * NAME_WIDTH) / (length + 2) : NAME_WIDTH / length;
  return {
    fontSize: `${Math.max(2.8, Math.min(most, room))}cqh`,
    whiteSpace: two ? 'normal' : 'nowrap',
  };
}

/** The more groups, the lower and smaller their rows; places stay fixed. Sizes in cqh. */
export function rowSizes(groups: number) {
  const pitch = 73 / Math.max(4, groups);
  return {
    style: {
      '--mean': `${pitch > 16 ? 9.2 : pitch > 11 ? 7.3 : pitch > 7 ? 4.7 : 3.75}cqh`,
    } as CSSProperties,
  };
}
