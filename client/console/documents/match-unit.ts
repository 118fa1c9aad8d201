// Which unit a file is of, told by its name: the unit's id or its whole name stands in it. Pure.
import type { SubjectId } from '../../../shared/ids.ts';
import { loose } from '../../../shared/roster/cells.ts';
import type { ShownName } from '../../../shared/views/named.ts';

export interface NamedUnit extends ShownName {
  readonly id: SubjectId;
}

/**
 * The one unit that a file's name speaks of, or null: none, or several. Of names that lie within each other the longest
 * counts (区水务局执法大队 before 区水务局). Where id and name point to different units a person must say.
 */
export function matchUnit(fileName: string, listed: readonly NamedUnit[]): SubjectId | null {
  // What tells units of one name apart stands in no file's name.
  const units = listed.map(({ id, name, apart }) => ({ id, name: apart?.own ?? name }));
  const text = loose(fileName.replace(/\.[^.]*$/, ''));
  const named = units.filter(({ name }) => name !== '' && text.includes(loose(name)));
  const longest = named.filter(
    (unit) =>
      !named.some((other) => other !== unit && isWithin(loose(unit.name), loose(other.name))),
  );
  const found = new Set(
    [...longest, ...units.filter(({ id }) => holdsId(text, loose(id)))].map(({ id }) => id),
  );
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

function isWithin(short: string, long: string): boolean {
  return short !== long && long.includes(short);
}

/** As a word of its own: A1 is not in A12, and 3 not in 2023. */
function holdsId(text: string, id: string): boolean {
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1))
    if (!isWordPart(text[at - 1]) && !isWordPart(text[at + id.length])) return true;
  return false;
}

function isWordPart(character: string | undefined): boolean {
  return character !== undefined && /[a-z0-9]/.test(character);
}
