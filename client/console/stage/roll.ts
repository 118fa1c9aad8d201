// Who is here, who still owes: people by group, from the view's lists. No score is in it (R6).
import type { GroupId } from '../../../shared/ids.ts';
import type { PersonRow, SeatShare } from '../../../shared/views/slices/desk-slices.ts';
import type { StaffView } from '../../../shared/views/slices/staff-slices.ts';
import { countedOf, type Counted } from './kinds.ts';

/** missing: not checked in · owing: connected, no ballot yet · away: not connected · here · recused. */
export type Standing = 'missing' | 'owing' | 'away' | 'here' | 'recused';

export interface RollGroup {
  readonly id: GroupId;
  readonly name: string;
  readonly count: number;
  readonly of: number;
  readonly people: readonly {
    readonly person: PersonRow;
    readonly standing: Standing;
    /** How far they are with the batch; null where that is not counted. */
    readonly share: SeatShare | null;
  }[];
}

export interface Roll {
  readonly counts: Counted;
  readonly count: number;
  readonly of: number;
  readonly away: number;
  readonly groups: readonly RollGroup[];
}

export function roll(view: Pick<StaffView, 'control' | 'people' | 'turnout' | 'setup'>): Roll {
  const { control, people, turnout, setup } = view;
  const counts = countedOf(control.stage.body);
  const connected = new Set<string>(turnout.connected);
  const voted = new Set<string>(turnout.voted);
  const recused = new Set<string>(turnout.recused);
  const unfinished = new Map<string, SeatShare>(turnout.written.map((one) => [one.seat, one]));

  const standingOf = ({ seat, present }: PersonRow): Standing | null => {
    if (seat === null) return null;
    if (counts === 'seats') return present ? null : 'missing';
    if (counts === 'present') return !present ? 'missing' : connected.has(seat) ? 'here' : 'away';
    if (!present) return null;
    if (counts === 'batch' && !unfinished.has(seat)) return null;
    if (recused.has(seat)) return 'recused';
    if (voted.has(seat)) return null;
    return connected.has(seat) ? 'owing' : 'away';
  };
  const expected = ({ seat, present }: PersonRow): boolean =>
    seat !== null &&
    ((counts !== 'ballots' && counts !== 'batch') || (present && !recused.has(seat)));
  const counted = (standing: Standing): boolean =>
    counts === 'present' ? standing !== 'missing' : standing !== 'recused';

  const groups = setup.groups.flatMap(({ id, name }): readonly RollGroup[] => {
    const own = people.filter(({ group }) => group === id);
    const of = own.filter(expected).length;
    const listed = own.flatMap((person) => {
      const standing = standingOf(person);
      const share = counts === 'batch' ? (unfinished.get(person.seat ?? '') ?? null) : null;
      return standing === null ? [] : [{ person, standing, share }];
    });
    if (of === 0 && listed.length === 0) return [];
    return [
      { id, name, of, count: listed.filter((one) => counted(one.standing)).length, people: listed },
    ];
  });
  return {
    counts,
    groups,
    count: groups.reduce((sum, { count }) => sum + count, 0),
    of: groups.reduce((sum, { of }) => sum + of, 0),
    away: groups.flatMap((group) => group.people).filter(({ standing }) => standing === 'away')
      .length,
  };
}
