// Reads a recusal cell: units by id or by name, several in one cell, or a word for "none".
import { grouped } from '../grouped.ts';
import type { SubjectId } from '../ids.ts';
import type { SubjectEntry } from '../meeting/commands/roster.ts';
import { cellFlaw, idText, isBlank, loose, nameText, quoted } from './cells.ts';
import { listed, type Listed } from './list.ts';
import type { SubjectFlaw } from './problem.ts';

export type RecusalFlaw = SubjectFlaw | Exclude<ReturnType<typeof cellFlaw>, null>;

export interface RecusalReading {
  readonly subjects: readonly SubjectId[];
  readonly flaws: readonly RecusalFlaw[];
}

/** After {@link loose}: 无, a dash of any kind, a slash. */
const NONE = /^(?:无|没有|none|no|nil|n\/a|[-‐‑‒–—―─－]+|\/+|\\+)$/u;
const SEPARATORS = /[、,，;；\r\n]+/u;
const BLANKS = /\s+/u;
/** What people write between units though it separates nothing. */
const NO_SEPARATOR = /[/／|｜\\+&＆·•.。:：和及与]/u;

type Find = (text: string) => readonly SubjectId[];

/** A reader of recusal cells for these units. */
export function recusalReader(
  subjects: readonly Pick<SubjectEntry, 'id' | 'name'>[],
): (cell: string) => RecusalReading {
  const known = new Set<string>(subjects.map(({ id }) => id));
  const named = grouped(subjects, ({ name }) => loose(name));
  const unpadded = new Map<string, string>();
  for (const { id } of subjects)
    if (/^0+\d/.test(id)) unpadded.set(id.replace(/^0+(?=\d)/, ''), id);
  const find: Find = (text) => {
    const id = idText(text);
    return known.has(id) ? [id as SubjectId] : (named.get(loose(text))?.map((one) => one.id) ?? []);
  };
  return (cell) => read(cell, find, unpadded);
}

function read(cell: string, find: Find, unpadded: ReadonlyMap<string, string>): RecusalReading {
  if (isBlank(cell) || isNone(cell)) return { subjects: [], flaws: [] };
  const subjects = new Set<SubjectId>();
  const flaws: RecusalFlaw[] = [];
  for (const item of listed(cell, SEPARATORS, find))
    for (const { text, found } of divided(item, find)) {
      const [only] = found;
      if (found.length > 1)
        flaws.push({ code: 'ambiguous-subject', text: quoted(text), ids: found });
      else if (only !== undefined) subjects.add(only);
      else if (!isBlank(text) && !isNone(text)) flaws.push(unknown(text, find, unpadded));
    }
  return { subjects: [...subjects], flaws };
}

export function isNone(text: string): boolean {
  return NONE.test(loose(text));
}

/** A blank separates where each part of what it would separate is a unit: names hold blanks as well. */
function divided(item: Listed<SubjectId>, find: Find): readonly Listed<SubjectId>[] {
  if (item.found.length > 0) return [item];
  const parts = listed(item.text, BLANKS, find);
  return parts.every(({ text, found }) => found.length > 0 || isNone(text)) ? parts : [item];
}

function unknown(raw: string, find: Find, unpadded: ReadonlyMap<string, string>): RecusalFlaw {
  const name = nameText(raw);
  const flaw = cellFlaw(name);
  if (flaw) return flaw;
  const meant = unpadded.get(idText(raw));
  const mark = NO_SEPARATOR.exec(name)?.[0];
  const isMark =
    mark !== undefined && name.split(NO_SEPARATOR).some((part) => find(part).length > 0);
  const between = isMark ? mark : name.includes(' ') || name.includes('\t') ? ' ' : undefined;
  return {
    ...{ code: 'unknown-subject', text: quoted(name) },
    ...(between === undefined ? {} : { between }),
    ...(meant === undefined ? {} : { meant }),
  };
}
