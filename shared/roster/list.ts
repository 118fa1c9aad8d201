// A list that a person typed into one cell or field: ids and names between separators, and names that hold some of them.

/** A name that itself holds separators is looked for over this many parts. */
const PARTS_OF_A_NAME = 8;

export interface Listed<Id> {
  readonly text: string;
  /** None, one, or several of one name. */
  readonly found: readonly Id[];
}

/**
 * The parts of `text` between `separators`, those that are one name together made one: 党史研究室、地方志办 in a list
 * stays one unit.
 */
export function listed<Id>(
  text: string,
  separators: RegExp,
  find: (text: string) => readonly Id[],
): readonly Listed<Id>[] {
  const parts = partsOf(text, separators);
  const items: Listed<Id>[] = [];
  for (let from = 0; from < parts.length;) {
    const { to, ...item } = longest(text, parts, from, find);
    items.push(item);
    from = to;
  }
  return items;
}

interface Part {
  readonly start: number;
  readonly end: number;
}

function partsOf(text: string, separators: RegExp): readonly Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const piece of text.split(separators)) {
    const at = text.indexOf(piece, start);
    if (piece.trim() !== '') parts.push({ start: at, end: at + piece.length });
    start = at + piece.length;
  }
  return parts;
}

function longest<Id>(
  text: string,
  parts: readonly Part[],
  from: number,
  find: (text: string) => readonly Id[],
) {
  const slice = (to: number) =>
    text.slice(parts[from]?.start ?? 0, parts[to - 1]?.end ?? text.length);
  for (let to = Math.min(parts.length, from + PARTS_OF_A_NAME); to > from; to -= 1) {
    const found = find(slice(to));
    if (found.length > 0) return { text: slice(to), found, to };
  }
  return { text: slice(from + 1), found: [], to: from + 1 };
}
