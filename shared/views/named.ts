// Names as every page shows them: where several people or several units read alike, with what tells each from the others.
import { grouped } from '../grouped.ts';
import { looksLike } from '../roster/look-alikes.ts';
import { finished, mapped, type Steps } from '../steps.ts';
import type { Holder } from '../meeting/people.ts';
import type { Meeting } from '../meeting/state.ts';
import { directoryKey, nameOf, type Directory } from '../meeting/world.ts';

/** Somebody or something with a name of its own on every page. */
export interface ShownName {
  /** As it is read aloud and written in sentences, with the mark where there is one: 张伟（R012）. */
  readonly name: string;
  /** The same in two parts; absent where nobody else has the name. */
  readonly apart?: Apart;
}

export interface Apart {
  /** As it stands in the roster: 张伟. */
  readonly own: string;
  /** The group or category where that tells all of the name apart, else the id. */
  readonly mark: string;
}

type Kind = 'subject' | 'reviewer';

/** What names are told apart by: nothing that changes with a draw, so that a mark stays what it is all day. */
interface Known {
  readonly meeting: Pick<Meeting, 'pool' | 'groups' | 'subjects' | 'categories'>;
  readonly directory: Directory;
}

/** A longer name of a group is no mark that a row has room for. */
const LONGEST_MARK = 12;

/** The id where the name has been erased, and no mark with it (R14). */
export function named(known: Known, kind: Kind, id: string): ShownName {
  const own = nameOf(known.directory, kind, id);
  const mark = finished(marksOf(known)).get(directoryKey(kind, id));
  return mark === undefined ? { name: own } : { name: withMark(own, mark), apart: { own, mark } };
}

/** Reads in steps what lists of thousands take long to read; {@link named} finds it there. */
export function* namesReady(known: Known): Steps<void> {
  yield* marksOf(known);
}

/** {@link named} for a sentence. */
export function shownName(known: Known, kind: Kind, id: string): string {
  return named(known, kind, id).name;
}

/** The same of whoever holds a ticket or a seat. */
export function holderName(known: Known, { kind, id }: Holder): string {
  return shownName(known, kind, id);
}

/** In the brackets of the name's own script. */
function withMark(own: string, mark: string): string {
  if (mark === '') return own;
  return /[\u2e80-\u9fff]/.test(own) ? `${own}（${mark}）` : `${own} (${mark})`;
}

type Marks = ReadonlyMap<string, string>;

/** Lists are read once, not at each event: everything here is replaced, never changed in place. */
const kept = new WeakMap<Directory, { readonly of: Known['meeting']; readonly marks: Marks }>();

function* marksOf({ meeting, directory }: Known): Steps<Marks> {
  const { pool, groups, subjects, categories } = meeting;
  const known = kept.get(directory);
  if (
    known?.of.pool === pool &&
    known.of.groups === groups &&
    known.of.subjects === subjects &&
    known.of.categories === categories
  )
    return known.marks;
  const groupNames = new Map(groups.map(({ id, name }) => [id, name]));
  const categoryNames = new Map(categories.map(({ id, name }) => [id, name]));
  const marks = new Map([
    ...(yield* marksAmong(
      [...pool.values()].flatMap(({ id, group }) =>
        listed(directory, 'reviewer', id, groupNames.get(group)),
      ),
    )),
    ...(yield* marksAmong(
      [...subjects.values()].flatMap(({ id, category }) =>
        listed(directory, 'subject', id, categoryNames.get(category)),
      ),
    )),
  ]);
  kept.set(directory, { of: { pool, groups, subjects, categories }, marks });
  return marks;
}

interface Listed {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly part: string;
}

function listed(directory: Directory, kind: Kind, id: string, part = ''): readonly Listed[] {
  const key = directoryKey(kind, id);
  const name = directory.get(key)?.name;
  return name === undefined ? [] : [{ key, id, name, part }];
}

/** Names compare as people see them: blanks, widths, capitals and look-alike characters make no other name. */
function* marksAmong(all: readonly Listed[]): Steps<Marks> {
  const marks = new Map<string, string>();
  for (const alike of yield* sharing(all, ({ name }) => name)) {
    const byPart =
      new Set(alike.map(({ part }) => looksLike(part))).size === alike.length &&
      alike.every(({ part }) => isMark(part));
    for (const { key, id, part } of alike) marks.set(key, byPart ? part : id);
  }
  // Somebody's own name may read as another's with the mark: 张伟（甲）. Their ids tell them apart.
  const shown = ({ key, name }: Listed) => withMark(name, marks.get(key) ?? '');
  const clashing = marks.size === 0 ? [] : (yield* sharing(all, shown)).flat();
  for (const { key, id } of clashing) marks.set(key, id);
  return marks;
}

/** Those of which several look alike in this. */
function* sharing(
  all: readonly Listed[],
  by: (one: Listed) => string,
): Steps<readonly (readonly Listed[])[]> {
  const looks = yield* mapped(all, (one) => ({ one, look: looksLike(by(one)) }));
  return [...grouped(looks, ({ look }) => look).values()]
    .filter(({ length }) => length > 1)
    .map((alike) => alike.map(({ one }) => one));
}

function isMark(part: string): boolean {
  return part !== '' && Array.from(part).length <= LONGEST_MARK;
}
