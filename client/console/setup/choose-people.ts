// Whom a person at the desk means: the first ones of each group, single persons, pasted ids. Roster order throughout.
import type { GroupId, ReviewerId } from '../../../shared/ids.ts';
import type { PersonRow } from '../../../shared/views/desk-slices.ts';

export interface Person extends PersonRow {
  readonly reviewer: ReviewerId;
}

export function reviewersOf(people: readonly PersonRow[]): readonly Person[] {
  return people.filter((row): row is Person => row.reviewer !== null);
}

/** Single persons first, then so many more of each group, in the order of the roster; nobody who has a seat. */
export function chosenPeople(
  people: readonly Person[],
  picked: readonly ReviewerId[],
  counts: ReadonlyMap<GroupId, number | null>,
): readonly Person[] {
  const free = people.filter(({ standing }) => standing === 'pool');
  const single = new Set(picked);
  const inGroups = [...new Set(free.map(({ group }) => group))].flatMap((group) =>
    free
      .filter((person) => person.group === group && !single.has(person.reviewer))
      .slice(0, counts.get(group) ?? 0),
  );
  return [...free.filter(({ reviewer }) => single.has(reviewer)), ...inGroups];
}

/** Those whose id or name holds the words; at most `most`. */
export function searchPeople<P extends PersonRow>(
  people: readonly P[],
  words: string,
  most: number,
): readonly P[] {
  const sought = words.normalize('NFKC').trim().toLowerCase();
  if (sought === '') return [];
  const exact: P[] = [];
  const others: P[] = [];
  for (const person of people) {
    const keys = [person.reviewer ?? '', person.seat ?? '', person.name].map((key) =>
      key.normalize('NFKC').toLowerCase(),
    );
    if (keys.includes(sought)) exact.push(person);
    else if (keys.some((key) => key.includes(sought))) others.push(person);
  }
  return [...exact, ...others].slice(0, most);
}

/** Those whose name, id, seat or group holds the words; whole matches first, then those of a name, in roster order. */
export function findPeople<P extends PersonRow>(
  people: readonly P[],
  words: string,
  groupOf: (person: P) => string,
): readonly P[] {
  const sought = words.normalize('NFKC').trim().toLowerCase();
  if (sought === '') return [];
  const named = searchPeople(people, words, people.length);
  const known = new Set<P>(named);
  const grouped = people.filter(
    (person) =>
      !known.has(person) && groupOf(person).normalize('NFKC').toLowerCase().includes(sought),
  );
  return [...named, ...grouped];
}

/** Ids (or names) pasted from a spreadsheet or a message, and those that nobody has. */
export function pastedPeople(
  people: readonly Person[],
  pasted: string,
): { readonly found: readonly ReviewerId[]; readonly unknown: readonly string[] } {
  const words = pasted
    .normalize('NFKC')
    .split(/[\s,、;]+/u)
    .filter((word) => word !== '');
  const byKey = new Map<string, ReviewerId>();
  for (const { name, reviewer } of people) byKey.set(name.normalize('NFKC'), reviewer);
  for (const { reviewer } of people) byKey.set(reviewer, reviewer);
  const found = words.flatMap((word) => byKey.get(word) ?? []);
  return { found: [...new Set(found)], unknown: words.filter((word) => !byKey.has(word)) };
}
