// Whom an earlier draw drew, and who of this meeting's lists they are: found for people to look at, never left out unseen.
import { idText, loose } from '../../roster/cells.ts';

/** Somebody of an earlier draw; a file of draws has ids alone, a typed list often names alone. */
export interface EarlierEntry {
  readonly id: string | null;
  readonly name: string | null;
}

/** Somebody of this meeting's lists. */
export interface Listed {
  readonly id: string;
  readonly name: string;
}

/**
 * `both`: by id and name; `name`: by the name alone, whatever ids say; `id`: by the id, where no name is known; `renamed`: the
 * id is somebody's here who has another name; `several`: of this name are several; `missing`: nobody's.
 */
export type HowMatched = 'both' | 'name' | 'id' | 'renamed' | 'several' | 'missing';

export interface Matched {
  readonly entry: EarlierEntry;
  readonly how: HowMatched;
  /** Whom it may be: one, several of one name, or nobody. */
  readonly ids: readonly string[];
}

/** Where a machine may propose that they are the same; every other match is for a person to choose. */
export const SURE: ReadonlySet<HowMatched> = new Set(['both', 'name', 'id']);

/**
 * Looks for each entry among those of the lists. Names compare as rosters compare them, ids with their case (RULES.md §5). A
 * name goes before an id: of one meeting U001 may be another unit than of the next.
 */
export function matchEarlier(
  entries: readonly EarlierEntry[],
  present: readonly Listed[],
): readonly Matched[] {
  const ids = new Set(present.map(({ id }) => id));
  const names = new Map<string, string[]>();
  for (const { id, name } of present)
    names.set(loose(name), [...(names.get(loose(name)) ?? []), id]);
  return entries.map((entry): Matched => {
    const id = entry.id === null ? null : idText(entry.id);
    const own = id !== null && ids.has(id) ? id : null;
    if (entry.name === null)
      return own === null ? { entry, how: 'missing', ids: [] } : { entry, how: 'id', ids: [own] };
    const named = names.get(loose(entry.name)) ?? [];
    if (own !== null && named.includes(own)) return { entry, how: 'both', ids: [own] };
    if (named.length > 1) return { entry, how: 'several', ids: named };
    if (named.length === 1) return { entry, how: 'name', ids: named };
    return own === null
      ? { entry, how: 'missing', ids: [] }
      : { entry, how: 'renamed', ids: [own] };
  });
}

/** Entries that a list may have. */
export const MOST_ENTRIES = 10_000;

/**
 * A list as people have it: a line an entry, or several parted by commas. An id and then something else on a line are one
 * entry, with whatever follows left aside; so are the columns of a table.
 */
export function entriesOf(text: string, present: readonly Listed[]): readonly EarlierEntry[] {
  const ids = new Set(present.map(({ id }) => id));
  const entry = (cell: string): EarlierEntry =>
    ids.has(idText(cell)) ? { id: idText(cell), name: null } : { id: null, name: cell };
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((line): readonly EarlierEntry[] => {
      const cells = line.split(/[\t,，;；、]/).flatMap((cell) => {
        const trimmed = cell.replace(/^["“”\s\ufeff]+|["“”\s]+$/g, '');
        return trimmed === '' ? [] : [trimmed];
      });
      const [first, second] = cells;
      if (first === undefined) return [];
      if (second !== undefined && isIdLike(first) && !isIdLike(second))
        return [{ id: idText(first), name: second }];
      return cells.map(entry);
    })
    .slice(0, MOST_ENTRIES);
}

function isIdLike(cell: string): boolean {
  return /^[A-Za-z0-9._-]{1,64}$/.test(idText(cell));
}
