// Reads a recusal cell: units by id or by name, several in one cell, or a word for "none".
import type { SubjectId } from '../ids.ts';
import type { SubjectEntry } from '../meeting/commands.ts';
import { idText, isBlank, loose, quoted } from './cells.ts';

export type RecusalFlaw =
  | { readonly code: 'unknown-subject'; readonly text: string }
  | {
      readonly code: 'ambiguous-subject';
      readonly text: string;
      readonly ids: readonly string[];
    };

export interface RecusalReading {
  readonly subjects: readonly SubjectId[];
  readonly flaws: readonly RecusalFlaw[];
}

/** After {@link loose}: 无, a dash of any kind, a slash. */
const NONE = /^(?:无|没有|none|no|nil|n\/a|[-‐‑‒–—―─－]+|\/+|\\+)$/u;
const SEPARATORS = /[、,，;；\r\n]+/u;

/** A name that itself holds separators is looked for over this many parts of a cell. */
const PARTS_OF_A_NAME = 8;

/** A reader of recusal cells for these units. */
export function recusalReader(
  subjects: readonly Pick<SubjectEntry, 'id' | 'name'>[],
): (cell: string) => RecusalReading {
  const known = new Set<string>(subjects.map(({ id }) => id));
  const named = new Map<string, SubjectId[]>();
  for (const { id, name } of subjects) {
    const key = loose(name);
    const same = named.get(key);
    if (same) same.push(id);
    else named.set(key, [id]);
  }
  const find = (text: string): readonly SubjectId[] => {
    const id = idText(text);
    return known.has(id) ? [id as SubjectId] : (named.get(loose(text)) ?? []);
  };
  return (cell) => read(cell, find);
}

function read(cell: string, find: (text: string) => readonly SubjectId[]): RecusalReading {
  if (isBlank(cell) || NONE.test(loose(cell))) return { subjects: [], flaws: [] };
  const parts = partsOf(cell);
  const subjects = new Set<SubjectId>();
  const flaws: RecusalFlaw[] = [];
  for (let from = 0; from < parts.length;) {
    const { text, found, to } = longest(cell, parts, from, find);
    const [only] = found;
    if (found.length > 1) flaws.push({ code: 'ambiguous-subject', text: quoted(text), ids: found });
    else if (only !== undefined) subjects.add(only);
    else if (!NONE.test(loose(text))) flaws.push({ code: 'unknown-subject', text: quoted(text) });
    from = to;
  }
  return { subjects: [...subjects], flaws };
}

interface Part {
  readonly start: number;
  readonly end: number;
}

function partsOf(cell: string): readonly Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const piece of cell.split(SEPARATORS)) {
    const at = cell.indexOf(piece, start);
    if (!isBlank(piece)) parts.push({ start: at, end: at + piece.length });
    start = at + piece.length;
  }
  return parts;
}

/** The longest run of parts from here that is a unit, so that 党史研究室、地方志办 in a list stays one unit. */
function longest(
  cell: string,
  parts: readonly Part[],
  from: number,
  find: (text: string) => readonly SubjectId[],
) {
  const slice = (to: number) =>
    cell.slice(parts[from]?.start ?? 0, parts[to - 1]?.end ?? cell.length);
  for (let to = Math.min(parts.length, from + PARTS_OF_A_NAME); to > from; to -= 1) {
    const found = find(slice(to));
    if (found.length > 0) return { text: slice(to), found, to };
  }
  return { text: slice(from + 1), found: [], to: from + 1 };
}
