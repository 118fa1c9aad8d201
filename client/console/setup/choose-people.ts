// Whom a person at the desk means: the first ones of each group, single persons, pasted ids. Roster order throughout.
import type { GroupId, ReviewerId } from '../../../shared/ids.ts';
import { loose } from '../../../shared/roster/cells.ts';
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
  const sought = loose(words);
  if (sought === '') return [];
  const exact: P[] = [];
  const others: P[] = [];
  for (const person of people) {
    const names = [person.name, person.apart?.own ?? ''];
    const keys = [person.reviewer ?? '', person.seat ?? '', ...names].map(loose);
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
  const sought = loose(words);
  if (sought === '') return [];
  const named = searchPeople(people, words, people.length);
  const known = new Set<P>(named);
  const grouped = people.filter(
    (person) => !known.has(person) && loose(groupOf(person)).includes(sought),
  );
  return [...named, ...grouped];
}

/** Ids (or names) pasted from a spreadsheet or a message, those that nobody has, and names that several have. */
export function pastedPeople(
  people: readonly Person[],
  pasted: string,
): {
  readonly found: readonly ReviewerId[];
  readonly unknown: readonly string[];
  readonly several: readonly string[];
} {
  const words = pasted
    .normalize('NFKC')
    .split(/[\s,、;]+/u)
    .filter((word) => word !== '');
  const ids = new Set<string>(people.map(({ reviewer }) => reviewer));
  const byName = new Map<string, ReviewerId>();
  const shared = new Set<string>();
  for (const { name, apart, reviewer } of people) {
    byName.set(loose(name), reviewer);
    if (apart) shared.add(loose(apart.own));
  }
  const idOf = (word: string) => (ids.has(word) ? (word as ReviewerId) : byName.get(loose(word)));
  const nobody = words.filter((word) => idOf(word) === undefined);
  return {
    found: [...new Set(words.flatMap((word) => idOf(word) ?? []))],
    unknown: nobody.filter((word) => !shared.has(loose(word))),
    several: nobody.filter((word) => shared.has(loose(word))),
  };
}
