// People of one name: what tells them apart on paper, so that nobody is handed another's ticket.
import type { PersonRow } from '../../../shared/views/desk-slices.ts';

/** By their groups, or, where those are the same as well, by their ids in the roster. */
export type Apart = 'group' | 'id';

/** For anyone of the roster: what tells them from others of their name; null where nobody else has it. */
export function namesakes(
  people: readonly Pick<PersonRow, 'reviewer' | 'name' | 'group'>[],
): (reviewer: string) => Apart | null {
  const named = new Map<string, (typeof people)[number][]>();
  for (const person of people) named.set(person.name, [...(named.get(person.name) ?? []), person]);
  const byId = new Map(people.map((person) => [String(person.reviewer), person]));
  return (reviewer) => {
    const person = byId.get(reviewer);
    const others = named.get(person?.name ?? '')?.filter((one) => one !== person) ?? [];
    if (!person || others.length === 0) return null;
    return others.some(({ group }) => group === person.group) ? 'id' : 'group';
  };
}
