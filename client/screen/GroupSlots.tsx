// One slot per seat, by group: columns for up to four groups, rows for more (LOOK.md §4).
import type { CSSProperties } from 'react';
import type { ProgressSlice } from '../../shared/views/slices.ts';
import { Slot, type SlotState } from '../ui/Slot.tsx';
import { Count } from './Figures.tsx';
import { nameLength } from './LoneName.tsx';
import styles from './GroupSlots.module.css';

type Group = ProgressSlice['groups'][number];

const SEATS_ONE_EACH = 400;
const COLUMNS_MAX = 4;
/** Slots stacked in one column before another one is begun beside it. */
const STACK = 18;
/** Height that the slots of a column may take, in cqh. */
const COLUMN_HEIGHT = 38;

/** Seats that one slot stands for. */
export function seatsPerSlot(progress: ProgressSlice): number {
  const seats = groupsOf(progress).reduce((sum, group) => sum + seatsOf(group), 0);
  return seats > SEATS_ONE_EACH ? 5 : 1;
}

export function GroupSlots({ progress }: { readonly progress: ProgressSlice }) {
  const per = seatsPerSlot(progress);
  const groups = groupsOf(progress);
  return groups.length <= COLUMNS_MAX ? (
    <Columns groups={groups} per={per} />
  ) : (
    <Rows groups={groups} per={per} />
  );
}

function Columns({ groups, per }: { readonly groups: readonly Group[]; readonly per: number }) {
  const most = Math.max(1, ...groups.map((group) => Math.ceil(seatsOf(group) / per)));
  const wide = groups.some((group) => group.expected > 99);
  const across = Math.max(2, Math.ceil(most / STACK));
  const pitch = Math.min(2.1, COLUMN_HEIGHT / Math.ceil(most / across));
  return (
    <div className={styles['columns']} style={sizes(across, pitch)}>
      {groups.map((group) => (
        <div key={group.id}>
          <p
            className={styles['name']}
            style={{ fontSize: `${fitted(group.name, 80 / groups.length, 3.75)}cqh` }}
          >
            {group.name}
          </p>
          <Count done={group.done} of={group.expected} size={wide ? 5.9 : 7.3} />
          <div className={styles['slots']}>{slotsOf(group, per)}</div>
        </div>
      ))}
    </div>
  );
}

function Rows({ groups, per }: { readonly groups: readonly Group[]; readonly per: number }) {
  const beside = groups.length > 8 ? 2 : 1;
  const lines = Math.ceil(groups.length / beside);
  const height = 50 / lines;
  const most = Math.max(1, ...groups.map((group) => Math.ceil(seatsOf(group) / per)));
  const stacked = Math.max(1, Math.ceil(most / (beside === 1 ? 36 : 14)));
  const pitch = Math.min(2.4, (height - 1.6) / stacked);
  return (
    <div
      className={beside === 1 ? styles['rows'] : `${styles['rows'] ?? ''} ${styles['two'] ?? ''}`}
      style={
        {
          ...sizes(Math.ceil(most / stacked), pitch),
          '--row': `${height}cqh`,
          '--lines': lines,
        } as CSSProperties
      }
    >
      {groups.map((group) => (
        <div key={group.id}>
          <p
            className={styles['name']}
            style={{ fontSize: `${fitted(group.name, beside === 1 ? 23 : 14, 3.75)}cqh` }}
          >
            {group.name}
          </p>
          <Count done={group.done} of={group.expected} size={beside === 1 ? 4.7 : 3.75} />
          <div className={styles['slots']}>{slotsOf(group, per)}</div>
        </div>
      ))}
    </div>
  );
}

/** Filled ones first, then those still awaited, then those who do not count. */
function slotsOf(group: Group, per: number) {
  const expected = Math.ceil(group.expected / per);
  const filled = group.done >= group.expected ? expected : Math.floor(group.done / per);
  const states: readonly (readonly [SlotState, number])[] = [
    ['filled', filled],
    ['empty', expected - filled],
    ['recused', Math.ceil(group.recused / per)],
    ['absent', Math.ceil(group.absent / per)],
  ];
  return states
    .flatMap(([state, count]) => Array.from({ length: Math.max(0, count) }, () => state))
    .map((state, index) => <Slot key={index} state={state} />);
}

/** At check-in whoever is absent is still expected, and counts once. */
function groupsOf({ kind, groups }: ProgressSlice): readonly Group[] {
  return kind === 'check-in'
    ? groups.map((group) => ({ ...group, recused: 0, absent: 0 }))
    : groups;
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

function fitted(name: string, width: number, size: number): number {
  return Math.max(2.8, Math.min(size, width / nameLength(name)));
}
