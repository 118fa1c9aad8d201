// One slot per seat, by group: columns for up to four groups, rows for more (LOOK.md §4).
import type { CSSProperties } from 'react';
import type { ProgressSlice } from '../../../shared/views/slices/number-slices.ts';
import { Slot, type SlotState } from '../../ui/Slot.tsx';
import { Count } from './Figures.tsx';
import { nameLength } from '../draw/LoneName.tsx';
import styles from './GroupSlots.module.css';

type Group = ProgressSlice['groups'][number];

const SEATS_ONE_EACH = 400;
const COLUMNS_MAX = 4;
/** Slots stacked in one column before another one is begun beside it. */
const STACK = 18;
/** Height that the slots of a column may take, in cqh. */
const COLUMN_HEIGHT = 38;
/** Width of the body, and between columns, in cqh (LOOK.md §4: 41 to 100 of the safe width). */
const BODY_WIDTH = 94.4;
const COLUMN_GAP = 3.4;
/** A word that needs the gap beside its column, so as not to break. */
const LONG_WORD = /[!-\u2e7f]{14,}/;
/** Line height of a group's name. */
const LEADING = 1.2;
/** Letter size of the names in cqh, and lines, the largest first. */
const LETTERING = [
  [3.75, 1],
  [3.2, 1],
  [2.8, 1],
  [3.2, 2],
  [2.8, 2],
  [2.8, 3],
  [2.8, 4],
] as const;

/** Seats that one slot stands for. */
export function seatsPerSlot({ groups }: ProgressSlice): number {
  const seats = groups.reduce((sum, group) => sum + seatsOf(group), 0);
  return seats > SEATS_ONE_EACH ? 5 : 1;
}

export function GroupSlots({ progress }: { readonly progress: ProgressSlice }) {
  const per = seatsPerSlot(progress);
  const { groups } = progress;
  const most = Math.max(1, ...groups.map((group) => Math.ceil(seatsOf(group) / per)));
  const { look, count, style } = (groups.length <= COLUMNS_MAX ? inColumns : inRows)(groups, most);
  return (
    <div className={look} style={style}>
      {groups.map((group) => (
        <div key={group.id}>
          <p className={styles['name']} data-long={LONG_WORD.test(group.name)}>
            {group.name}
          </p>
          <Count done={group.done} of={group.expected} size={count} />
          <div className={styles['slots']}>
            {slotStates(group, per).map((state, index) => (
              <Slot key={index} state={state} />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

interface Layout {
  readonly look: string | undefined;
  /** Letter size of the counts, in cqh. */
  readonly count: number;
  readonly style: CSSProperties;
}

/** @param most slots of a group */
function inColumns(groups: readonly Group[], most: number): Layout {
  const across = Math.max(2, Math.ceil(most / STACK));
  const width = (BODY_WIDTH - COLUMN_GAP * (groups.length - 1)) / groups.length;
  const names = lettering(groups, width, 14);
  // A second and a third line of a name are taken from the slots, in all columns alike.
  const pitch = Math.min(2.1, (COLUMN_HEIGHT + 4.9 - names.height) / Math.ceil(most / across));
  return {
    look: styles['columns'],
    count: groups.some((group) => group.expected > 99) ? 5.9 : 7.3,
    style: { ...sizes(across, pitch), ...names.style },
  };
}

function inRows(groups: readonly Group[], most: number): Layout {
  const beside = groups.length > 8 ? 2 : 1;
  const lines = Math.ceil(groups.length / beside);
  const height = 50 / lines;
  const stacked = Math.max(1, Math.ceil(most / (beside === 1 ? 36 : 14)));
  const pitch = Math.min(2.4, (height - 1.6) / stacked);
  const names = lettering(groups, beside === 1 ? 24 : 15, height - 0.4);
  const rows = { '--row': `${height}cqh`, '--rows': lines } as CSSProperties;
  return {
    look: beside === 1 ? styles['rows'] : styles['two'],
    count: beside === 1 ? 4.7 : 3.75,
    style: { ...sizes(Math.ceil(most / stacked), pitch), ...names.style, ...rows },
  };
}

/**
 * One size and one number of lines for all names, chosen by count so that nothing jumps: the first step into which the
 * longest fits. What fits in no step ends in an ellipsis.
 *
 * @param width of a name's box, in cqh
 * @param most height that a name may take, in cqh
 */
function lettering(
  groups: readonly Group[],
  width: number,
  most: number,
): { readonly height: number; readonly style: CSSProperties } {
  const longest = Math.max(...groups.map(({ name }) => nameLength(name)));
  // Lines break between words and characters: the last one of several is rarely full.
  const fits = ([size, lines]: readonly [number, number]) =>
    Math.floor(width / size) * lines - (lines - 1) >= longest;
  const steps = LETTERING.filter(([size, lines]) => size * LEADING * lines <= most);
  const [size, lines] = steps.find(fits) ?? steps.at(-1) ?? LETTERING[2];
  const height = Math.max(4.9, size * LEADING * lines);
  return {
    height,
    style: {
      '--name': `${size}cqh`,
      '--lines': lines,
      '--name-height': `${height}cqh`,
    } as CSSProperties,
  };
}

/** Filled ones first, then those still awaited, then those who do not count. */
export function slotStates(group: Group, per: number): readonly SlotState[] {
  const expected = Math.ceil(group.expected / per);
  const filled = group.done >= group.expected ? expected : Math.floor(group.done / per);
  const states: readonly (readonly [SlotState, number])[] = [
    ['filled', filled],
    ['empty', expected - filled],
    ['recused', Math.ceil(group.recused / per)],
    ['absent', Math.ceil(group.absent / per)],
  ];
  return states.flatMap(([state, count]) =>
    Array.from({ length: Math.max(0, count) }, () => state),
  );
}

/** Those who count and those who do not. */
function seatsOf(group: Group): number {
  return group.expected + group.recused + group.absent;
}

function sizes(across: number, pitch: number): CSSProperties {
  return {
    '--across': across,
    '--pitch': `${pitch}cqh`,
    '--slot-h': `${pitch * 0.66}cqh`,
  } as CSSProperties;
}
