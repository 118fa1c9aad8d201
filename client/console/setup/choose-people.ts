// Whom a person at the desk means: the first ones of each group, single persons, pasted ids. Roster order throughout.
import type { GroupId, ReviewerId } from '../../../shared/ids.ts';
import { idText, loose } from '../../../shared/roster/cells.ts';
import { listed } from '../../../shared/roster/list.ts';
import type { PersonRow } from '../../../shared/views/slices/desk-slices.ts';

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
  const ids = new Map<string, ReviewerId>(people.map(({ reviewer }) => [reviewer, reviewer]));
  const named = new Map<string, ReviewerId[]>();
  // A name that several have stands for all of them, each told apart for one.
  for (const { name, apart, reviewer } of people)
    for (const key of new Set([name, apart?.own ?? name].map(loose)))
      named.set(key, [...(named.get(key) ?? []), reviewer]);
  const items = listed(pasted.normalize('NFKC'), /[\s,、;]+/u, (text) => {
    const id = ids.get(idText(text));
    return id === undefined ? (named.get(loose(text)) ?? []) : [id];
  });
  const found = items.flatMap((item) => (item.found.length === 1 ? item.found : []));
  return {
    found: [...new Set(found)],
    unknown: items.filter((item) => item.found.length === 0).map(({ text }) => text),
    several: items.filter((item) => item.found.length > 1).map(({ text }) => text),
  };
}
