// Expected and present by group, from the view's people.
import type { GroupId } from '../../../shared/ids.ts';
import type { PersonRow } from '../../../shared/views/slices/desk-slices.ts';
import type { SetupSlice } from '../../../shared/views/slices/staff-slices.ts';

export interface RollLine {
  readonly id: GroupId;
  readonly name: string;
  readonly expected: number;
  readonly present: number;
  /** Those with a seat who are not here: not come yet, or gone. */
  readonly absent: readonly PersonRow[];
}

/** Groups without a seat are left out. */
export function checkInRoll(
  people: readonly PersonRow[],
  groups: SetupSlice['groups'],
): readonly RollLine[] {
  return groups.flatMap(({ id, name }) => {
    const seated = people.filter(({ group, seat }) => group === id && seat !== null);
    if (seated.length === 0) return [];
    const absent = seated.filter(({ present }) => !present);
    const present = seated.length - absent.length;
    return [{ id, name, expected: seated.length, present, absent }];
  });
}
