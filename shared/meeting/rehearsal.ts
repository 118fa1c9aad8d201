// A copy of a meeting to try things out in: the same lists and settings, none of what has happened.
import { codedAttributes } from './attributes.ts';
import { seatReplacements } from './draws/seats.ts';
import { kindOf } from './agenda/kinds.ts';
import { fillsSeats } from './draws/purposes.ts';
import { grouped } from '../grouped.ts';
import type { GroupId, ReviewerId, SubjectId } from '../ids.ts';
import type { Sheet, SheetNode } from '../scoring/sheet.ts';
import type { StaffCommand } from './commands.ts';
import { newestVersion } from './versions.ts';
import type { Item } from './agenda/item.ts';
import type { Belonging } from './people.ts';
import type { Meeting } from './state.ts';
import type { Template } from './template.ts';
import { directoryKey, nameOf, type Directory, type World } from './world.ts';

/** How long people's names are kept in a rehearsal, in days. */
export const REHEARSAL_DAYS = 7;

/** How many rehearsals of one meeting there may be at a time: each of them holds everybody's names. */
export const MOST_REHEARSALS = 3;

/** The longest title that a meeting may have, in UTF-16 code units. */
export const LONGEST_TITLE = 120;

/** What a rehearsal begins with, and the commands that make it the same as the meeting, in order. */
export interface RehearsalPlan {
  readonly template: Template & Belonging;
  readonly commands: readonly StaffCommand[];
}

/**
 * Units with their reports, reviewers with their recusals, weights, sheets, scheme and agenda of a meeting. What a draw put
 * on the agenda is left out; units keep their seats,
 * people only those that were filled by hand, because draws are held again. Throws for a meeting without a scheme or a sheet: none is ever made so.
 */
export function rehearsalPlan(world: World): RehearsalPlan {
  const { meeting } = world;
  const sheets = [...new Set(meeting.sheets.map(({ id }) => id))];
  const ids = newIds(world);
  const [sheet, ...others] = sheets.flatMap((id) => {
    const newest = newestVersion(meeting.sheets, id);
    return newest ? [copied(newest, ids)] : [];
  });
  const scheme = meeting.schemes.at(-1);
  if (!sheet || !scheme) throw new Error('a meeting without a sheet or a scheme');
  const { version: _schemeVersion, ...firstScheme } = scheme;
  const byHand = seatedByHand(meeting);
  return {
    template: { sheet, scheme: firstScheme, agenda: [], ...meeting.belonging },
    commands: [
      ...rosters(world),
      ...seatedUnits(meeting),
      // After the groups that they name.
      ...others.map((other): StaffCommand => ({ type: 'AdoptSheet', sheet: other })),
      ...reports(meeting),
      ...(meeting.groups.length === 0
        ? []
        : [
            {
              type: 'SetWeights',
              weights: meeting.groups.map(({ id, weight }) => ({
                group: (ids.get(id) ?? id) as typeof id,
                weight,
              })),
            } as const,
          ]),
      {
        type: 'SetAgenda',
        items: meeting.agenda
          .filter((item) => item.drawn === undefined && isTaken(meeting, item))
          .map((item) => kindOf(item).renamed(item, ids)),
      },
      ...departures(meeting),
      ...(byHand.length === 0 ? [] : [{ type: 'FillSeats', reviewers: byHand } as const]),
    ],
  };
}

/** The title of a meeting's rehearsal: marked once, however often it is copied. */
export function rehearsalTitle(mark: string, title: string): string {
  return title.startsWith(mark) ? title : (mark + title).slice(0, LONGEST_TITLE);
}

/** A later list may lack the category or group that an item names; such an item no agenda takes anew. */
function isTaken({ categories, groups, attributes, erasedAt }: Meeting, item: Item): boolean {
  // What was asked about people who were erased has no meaning in a copy.
  const asked = erasedAt === null ? attributes : [];
  const known = new Set<string>([...categories, ...groups, ...asked].map(({ id }) => id));
  const kind = kindOf(item);
  const isOfOne = kind.subject(item) === undefined || kind.subjects(item).length === 1;
  return isOfOne && kind.cells(item).every((cell) => known.has(cell));
}

/** A sheet without its version and its reason, with the groups' new ids. */
function copied(
  { version: _, reason: __, children, ...sheet }: Sheet,
  ids: ReadonlyMap<string, string>,
): Omit<Sheet, 'version' | 'reason'> {
  const node = (one: SheetNode): SheetNode => {
    if ('children' in one) return { ...one, children: one.children.map(node) };
    return one.groups ? { ...one, groups: one.groups.map((id) => ids.get(id) ?? id) } : one;
  };
  return { ...sheet, children: children.map(node) };
}

/**
 * A first import counts categories and groups as they appear, then groups that only units sit in; those of a list that was
 * imported again kept their ids.
 */
function newIds({ meeting, directory }: World): ReadonlyMap<string, string> {
  const { subjects, pool } = meeting;
  const counted = (ids: readonly string[], letter: string) =>
    [...new Set(ids)].map((id, n) => [id, `${letter}${String(n + 1)}`] as const);
  return new Map([
    ...counted(
      [...subjects.values()].map(({ category }) => category),
      'K',
    ),
    ...counted(
      [...[...pool.values()].map(({ group }) => group), ...unitSeats(meeting).keys()],
      'G',
    ),
    ...newAttributes({ meeting, directory }),
  ]);
}

/** A first import counts attributes and their values anew as well; a quota's value is named with its attribute. */
function newAttributes(world: Pick<World, 'meeting' | 'directory'>): [string, string][] {
  const { meeting, directory } = world;
  const entries = [...meeting.pool.keys()].map((id) => ({
    attributes: attributesOf(directory, id),
  }));
  const coded = codedAttributes(new Map(), entries, quotaHeadings(world));
  return meeting.attributes.flatMap(({ id }, n) => {
    const fresh = coded[n];
    if (!fresh) return [];
    const labels = Object.entries(directory.get(directoryKey('attribute', id))?.attributes ?? {});
    return [
      [id, fresh.id],
      ...labels.flatMap(([code, label]): [string, string][] => {
        const next = fresh.codes.get(label);
        return next === undefined ? [] : [[`${id}:${code}`, `${fresh.id}:${next}`]];
      }),
    ];
  });
}

function rosters({ meeting, directory }: World): readonly StaffCommand[] {
  const categories = new Map(meeting.categories.map(({ id, name }) => [id, name]));
  const groups = new Map(meeting.groups.map(({ id, name }) => [id, name]));
  const subjects = [...meeting.subjects.values()];
  const pool = [...meeting.pool.values()];
  // Declared again there: the meeting's list, imported into its rehearsal, is the list that stands.
  const isDeclared = (reviewer: ReviewerId, subject: SubjectId) =>
    meeting.declared.get(reviewer)?.includes(subject) === true;
  const quotas = quotaHeadings({ meeting, directory });
  const commands: StaffCommand[] = [];
  if (subjects.length > 0)
    commands.push({
      type: 'ImportSubjects',
      source: meeting.title,
      entries: subjects.map(({ id, kind, category }) => ({
        id,
        kind,
        name: nameOf(directory, 'subject', id),
        category: categories.get(category) ?? category,
        ...formerly(directory, id),
      })),
    });
  if (pool.length > 0)
    commands.push({
      type: 'ImportReviewers',
      source: meeting.title,
      entries: pool.map(({ id, group, recusals }) => ({
        id,
        name: nameOf(directory, 'reviewer', id),
        group: groups.get(group) ?? group,
        attributes: attributesOf(directory, id),
        recusals: recusals.filter((subject) => !isDeclared(id, subject)),
      })),
      ...(quotas.length === 0 ? {} : { quotas }),
    });
  for (const { id: reviewer, recusals } of pool)
    for (const subject of recusals)
      if (isDeclared(reviewer, subject))
        commands.push({ type: 'DeclareRecusal', reviewer, subject });
  return commands;
}

/** Where people were erased nobody has any more; then there are none. */
function quotaHeadings({ meeting, directory }: Pick<World, 'meeting' | 'directory'>) {
  return meeting.attributes.flatMap(
    ({ id }) => directory.get(directoryKey('attribute', id))?.name ?? [],
  );
}

function attributesOf(directory: Directory, id: ReviewerId) {
  return directory.get(directoryKey('reviewer', id))?.attributes ?? {};
}

function formerly(directory: Directory, id: SubjectId) {
  const names = directory.get(directoryKey('subject', id))?.formerly;
  return names ? { formerly: names } : {};
}

/** Their bytes are for the server to bring along. */
function reports({ documents, subjects }: Meeting): readonly StaffCommand[] {
  return [...documents].flatMap(([subject, list]) =>
    subjects.has(subject)
      ? list.map((document): StaffCommand => ({ type: 'AttachDocument', subject, document }))
      : [],
  );
}

/** Units that no longer take part do not take part in the rehearsal either. */
function departures(meeting: Meeting): readonly StaffCommand[] {
  return [...meeting.out].map(([subject, out]): StaffCommand =>
    out.why === 'withdrawn'
      ? { type: 'WithdrawSubject', subject, reason: out.reason }
      : { type: 'CombineSubjects', into: out.into, from: subject, reason: out.reason },
  );
}

/** Units with a seat by their group, in the order in which the groups came. */
function unitSeats({ seats }: Meeting): ReadonlyMap<GroupId, readonly SubjectId[]> {
  const held = [...seats.values()].flatMap(({ holder, group }) =>
    holder.kind === 'subject' ? [{ group, unit: holder.id }] : [],
  );
  const byGroup = grouped(held, ({ group }) => group);
  return new Map([...byGroup].map(([group, all]) => [group, all.map(({ unit }) => unit)]));
}

function seatedUnits(meeting: Meeting): readonly StaffCommand[] {
  return [...unitSeats(meeting)].map(([group, units]): StaffCommand => {
    const name = meeting.groups.find(({ id }) => id === group)?.name ?? group;
    return { type: 'SeatUnits', in: 'new', name, units };
  });
}

/** Reviewers with a seat that no draw and no reserve gave them. */
function seatedByHand(meeting: Meeting): readonly ReviewerId[] {
  const drawn = new Set<string>(
    meeting.draws
      .filter(fillsSeats)
      .flatMap((draw) => (draw.phase === 'determined' ? draw.order : [])),
  );
  for (const { in: holder } of seatReplacements(meeting)) if (holder !== null) drawn.add(holder);
  return [...meeting.seats.values()].flatMap(({ holder, gone }) =>
    holder.kind === 'reviewer' && gone !== 'replaced' && !drawn.has(holder.id) ? [holder.id] : [],
  );
}
