// Attributes that quotas are set by: a person has a code for each, and what a code means lies in the directory (R14).
import { byCodeUnits } from '../draw/canonical.ts';
import type { PoolMember } from '../draw/lock.ts';
import { grouped } from '../grouped.ts';
import { own } from '../own.ts';
import type { ReviewerEntry } from './commands/roster.ts';
import { directoryKey, type Directory } from './directory.ts';
import type { Reviewer } from './people.ts';

/** So many attributes make cells that hold nobody twice, and a lottery that takes minutes. */
export const MOST_ATTRIBUTES = 7;
/** A column with more values than this holds no such thing. */
export const MOST_VALUES = 40;
/** Fewer people than this who are alike in everything could be recognised by a lock. */
export const FEWEST_ALIKE = 3;

/** What quotas call the group, beside the attributes a1, a2, … */
export const GROUP = 'group';

/** An attribute as a list on its way in has it: its heading, and of each value the code. */
export interface CodedAttribute {
  readonly id: string;
  readonly name: string;
  readonly codes: ReadonlyMap<string, string>;
}

/** A column of a list that may become an attribute, and what keeps it from being one. */
export interface Offer {
  readonly heading: string;
  readonly values: number;
  /** Ids of those who have nothing there. */
  readonly blank: readonly string[];
  readonly flaw: 'blank' | 'many' | 'one' | null;
}

/** Whether each of these columns can be an attribute: everybody has one of a few values. */
export function offersOf(
  entries: readonly Pick<ReviewerEntry, 'id' | 'attributes'>[],
  headings: readonly string[],
): readonly Offer[] {
  return headings.map((heading) => {
    const blank = entries.flatMap(({ id, attributes }) =>
      own(attributes, heading) === undefined ? [id] : [],
    );
    const values = new Set(entries.flatMap(({ attributes }) => own(attributes, heading) ?? []));
    const flaw =
      blank.length > 0
        ? 'blank'
        : values.size > MOST_VALUES
          ? 'many'
          : values.size < 2
            ? 'one'
            : null;
    return { heading, values: values.size, blank, flaw };
  });
}

/**
 * These columns as attributes. A heading and a value that were known before keep their codes, whatever the order of the
 * list, also where a list in between had left them out: quotas of the agenda go on to mean the same. New values are counted
 * in sorted order, so that a code tells nothing of the list's.
 *
 * @param headings each one that {@link offersOf} finds no flaw in
 */
export function codedAttributes(
  directory: Directory,
  entries: readonly Pick<ReviewerEntry, 'attributes'>[],
  headings: readonly string[],
): readonly CodedAttribute[] {
  const known = attributeRows(directory);
  const used = new Set(known.map(({ id }) => id));
  let last = 0;
  const fresh = () => {
    do last += 1;
    while (used.has(`a${String(last)}`));
    return `a${String(last)}`;
  };
  return headings.map((heading) => {
    const before = known.find(({ name }) => name === heading);
    const codes = new Map(
      Object.entries(before?.attributes ?? {}).map(([code, label]) => [label, code]),
    );
    const values = [
      ...new Set(entries.flatMap(({ attributes }) => own(attributes, heading) ?? [])),
    ];
    for (const value of values.sort(byCodeUnits))
      if (!codes.has(value)) codes.set(value, String(codes.size + 1));
    return { id: before?.id ?? fresh(), name: heading, codes };
  });
}

/** The codes of a person of the list. */
export function codesOf(
  { attributes }: Pick<ReviewerEntry, 'attributes'>,
  coded: readonly CodedAttribute[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    coded.flatMap(({ id, name, codes }) => {
      const code = codes.get(own(attributes, name) ?? '');
      return code === undefined ? [] : [[id, code] as const];
    }),
  );
}

/** The attribute's heading; its id once that has been erased. */
export function attributeName(directory: Directory, id: string): string {
  return directory.get(directoryKey('attribute', id))?.name ?? id;
}

/** What a code means; the code itself once that has been erased. */
export function codeName(directory: Directory, id: string, code: string): string {
  return own(directory.get(directoryKey('attribute', id))?.attributes ?? {}, code) ?? code;
}

/** The value of a person that a quota asks about: of the group, or of an attribute; "" where they have none. */
export function valueOf({ group, codes }: Reviewer, attribute: string): string {
  return attribute === GROUP ? group : (own(codes ?? {}, attribute) ?? '');
}

/** People who are alike in everything that quotas can ask about, where they are fewer than three; the fewest first. */
export function rareCombinations(
  pool: readonly Reviewer[],
): readonly { readonly a: PoolMember['a']; readonly people: number }[] {
  const attributes = Object.keys(pool[0]?.codes ?? {});
  if (attributes.length === 0) return [];
  const by = [GROUP, ...attributes];
  const alike = grouped(pool, (one) => by.map((name) => valueOf(one, name)).join('|'));
  return [...alike.values()]
    .filter(({ length }) => length < FEWEST_ALIKE)
    .sort((one, other) => one.length - other.length)
    .flatMap((people) => {
      const [first] = people;
      if (!first) return [];
      const a = Object.fromEntries(by.map((name) => [name, valueOf(first, name)]));
      return [{ a, people: people.length }];
    });
}

function attributeRows(directory: Directory) {
  return [...directory.values()].filter(({ kind }) => kind === 'attribute');
}
