// Rosters: who is judged and who may judge. Names go to the directory, ids and commitments to the log (R14).
import { bytesToHex } from '@noble/hashes/utils.js';
import type { CategoryId, GroupId } from '../../ids.ts';
import { fingerprint } from '../../fingerprint.ts';
import { grouped } from '../../grouped.ts';
import { codesOf, codedAttributes, MOST_ATTRIBUTES, offersOf } from '../attributes.ts';
import { peopleHold, unitsHolding } from '../holders.ts';
import { openRounds } from '../rounds.ts';
import { kindOf } from '../agenda/kinds.ts';
import type { Category, Group, Reviewer, Subject } from '../people.ts';
import { mapped } from '../../steps.ts';
import { reviewersChange, subjectsChange, withDeclared } from '../roster-change.ts';
import type { Meeting } from '../state.ts';
import {
  accept,
  commitmentOf,
  directoryKey,
  refuse,
  type DirectoryEntry,
  type World,
} from '../world.ts';
import type { ReviewerEntry, rosterCommands } from '../commands/roster.ts';
import type { Deciders } from './decider.ts';

export const rosterDeciders = {
  /**
   * Replaces the list of subjects. Refused once anything has been drawn or scored by it, or where a recusal, an item of
   * the agenda, a withdrawal, a report, a ticket or a seat would lose its subject.
   */
  ImportSubjects: function* (world, { source, entries }, context) {
    const { meeting, directory } = world;
    if (entries.length === 0) return refuse({ code: 'roster-empty' });
    const twice = firstDuplicate(entries.map(({ id }) => id));
    if (twice !== null) return refuse({ code: 'duplicate-id', id: twice });
    if ((yield* subjectsChange(world, entries)).nothing) return accept([]);
    if (meeting.draws.length > 0 || meeting.rounds.size > 0)
      return refuse({ code: 'roster-in-use' });
    if (meeting.erasedAt !== null && entries.some(({ kind }) => kind === 'head'))
      return refuse({ code: 'already-erased' });
    const kept = new Set(entries.map(({ id }) => id));
    const orphan = [
      ...[...meeting.pool.values()].flatMap(({ recusals }) => recusals),
      ...meeting.agenda.flatMap((item) => kindOf(item).subjects(item)),
      ...[...meeting.documents].flatMap(([id, reports]) => (reports.length > 0 ? [id] : [])),
      ...unitsHolding(meeting),
      ...[...meeting.columns.values(), ...meeting.earlier.values()].flatMap(({ values }) => [
        ...values.keys(),
      ]),
      ...[...meeting.adjustments.values(), ...meeting.vetoes.values()].map((one) => one.subject),
      ...[...meeting.out].flatMap(([id, out]) => (out.why === 'combined' ? [id, out.into] : [id])),
    ].find((id) => !kept.has(id));
    if (orphan !== undefined) return refuse({ code: 'subject-needed', id: orphan });

    const standing = new Map([...meeting.subjects.values()].map((one) => [one.id, one.category]));
    const labels = entries.map(({ id, category }) => ({ name: category, was: standing.get(id) }));
    const categories = categoriesOf(meeting, labels);
    const byName = new Map(categories.map((category) => [category.name, category.id]));
    const random = bytesToHex(context.random);
    const rows: DirectoryEntry[] = [];
    const subjects = yield* mapped(entries, ({ id, kind, name, category, ...more }): Subject => {
      const { formerly = directory.get(directoryKey('subject', id))?.formerly ?? [] } = more;
      const bare = directoryRow(directory, 'subject', id, name, {}, random);
      const row = formerly.length === 0 ? bare : { ...bare, formerly };
      rows.push(row);
      return { id, kind, category: required(byName.get(category)), commitment: commitmentOf(row) };
    });
    return accept(
      [{ type: 'SubjectsImported', source, categories, subjects }],
      rows.map((entry) => ({ kind: 'directory', entry })),
    );
  },

  /**
   * Replaces the pool; recusals that a person has declared stay, and so do groups in which units have seats. Refused
   * once seats are filled or tickets are printed from it.
   */
  ImportReviewers: function* (world, { source, entries, quotas = [] }, context) {
    const { meeting, directory } = world;
    if (entries.length === 0) return refuse({ code: 'roster-empty' });
    const twice = firstDuplicate(entries.map(({ id }) => id));
    if (twice !== null) return refuse({ code: 'duplicate-id', id: twice });
    const stranger = entries
      .flatMap(({ recusals }) => recusals)
      .find((id) => !meeting.subjects.has(id));
    if (stranger !== undefined) return refuse({ code: 'unknown-subject', id: stranger });
    const isOdd = quotas.length > MOST_ATTRIBUTES || new Set(quotas).size < quotas.length;
    if (isOdd || offersOf(entries, quotas).some(({ flaw }) => flaw !== null))
      return refuse({ code: 'malformed' });
    if ((yield* reviewersChange(world, entries, quotas)).nothing) return accept([]);
    // The erasure comes once: names that follow it could never be erased (R14).
    if (meeting.erasedAt !== null) return refuse({ code: 'already-erased' });
    if (peopleHold(meeting) || meeting.draws.length > 0) return refuse({ code: 'roster-in-use' });

    const groups = groupsOf(meeting, entries);
    const byName = new Map(groups.map((group) => [group.name, group.id]));
    const random = bytesToHex(context.random);
    const coded = codedAttributes(directory, entries, quotas);
    const labels = coded.map(({ id, name, codes }) =>
      directoryRow(
        ...([directory, 'attribute', id, name] as const),
        Object.fromEntries([...codes].map(([label, code]) => [code, label])),
        random,
      ),
    );
    const rows: DirectoryEntry[] = [...labels];
    const reviewers = yield* mapped(entries, (entry): Reviewer => {
      const { id, name, group, attributes, recusals } = entry;
      const row = directoryRow(directory, 'reviewer', id, name, attributes, random);
      rows.push(row);
      return {
        ...{ id, group: required(byName.get(group)), commitment: commitmentOf(row) },
        recusals: withDeclared(meeting, { id, recusals }),
        ...(coded.length === 0 ? {} : { codes: codesOf(entry, coded) }),
      };
    });
    const attributes = labels.map((row) => ({ id: row.id, commitment: commitmentOf(row) }));
    return accept(
      [
        {
          ...{ type: 'ReviewersImported', source, groups: groups.map(inDecimals), reviewers },
          ...(attributes.length === 0 ? {} : { attributes }),
        },
      ],
      rows.map((entry) => ({ kind: 'directory', entry })),
    );
  },

  /** Sets group weights, between rounds only. Rounds that are closed keep the weights they were computed with. */
  SetWeights: ({ meeting }, { weights }) => {
    const known = new Set(meeting.groups.map(({ id }) => id));
    const stranger = weights.find(({ group }) => !known.has(group));
    if (stranger) return refuse({ code: 'unknown-group', id: stranger.group });
    const after = new Map(meeting.groups.map(({ id, weight }) => [id, weight]));
    for (const { group, weight } of weights) after.set(group, weight);
    if ([...after.values()].every((weight) => weight === 0)) return refuse({ code: 'no-weight' });
    if (openRounds(meeting).length > 0) return refuse({ code: 'weights-while-open' });
    return accept([{ type: 'WeightsSet', weights: weights.map(inDecimals) }]);
  },
} satisfies Deciders<typeof rosterCommands>;

function inDecimals<T extends { readonly weight: number }>(one: T) {
  return { ...one, weight: String(one.weight) };
}

const USUAL_MARKS: ReadonlyMap<string, string> = new Map([
  ['区级部门', '部'],
  ['双管单位', '双'],
  ['乡镇', '镇'],
  ['街道', '街'],
]);

/** Categories in order of first appearance, each with a one-character mark that no other has. */
function categoriesOf(meeting: Meeting, labels: readonly Label<CategoryId>[]): readonly Category[] {
  const taken = new Set<string>();
  return keptIds(meeting, meeting.categories, labels, 'K').map(({ id, name }, n) => {
    const wishes = [USUAL_MARKS.get(name) ?? '', ...Array.from(name)];
    let mark = wishes.find((wish) => wish.trim() !== '' && !taken.has(wish));
    // Of n + 1 numbers at least one is free: each category before it took one mark.
    for (let k = n + 1; mark === undefined; k++) if (!taken.has(String(k))) mark = String(k);
    taken.add(mark);
    return { id, name, mark };
  });
}

/**
 * Groups in order of first appearance, then those in which units have seats; a group that stays keeps its weight, a new
 * one starts with 1.
 */
function groupsOf(meeting: Meeting, entries: readonly ReviewerEntry[]): readonly Group[] {
  const weights = new Map(meeting.groups.map(({ id, weight }) => [id, weight]));
  const labels = entries.map(({ id, group }) => ({
    name: group,
    was: meeting.pool.get(id)?.group,
  }));
  const listed = keptIds(meeting, meeting.groups, labels, 'G').map(({ id, name }) => ({
    ...{ id, name },
    weight: weights.get(id) ?? 1,
  }));
  const seated = new Set([...meeting.seats.values()].map(({ group }) => group));
  const isListed = (id: GroupId) => listed.some((group) => group.id === id);
  return [...listed, ...meeting.groups.filter(({ id }) => seated.has(id) && !isListed(id))];
}

/** What a row of a list calls its category or group, and which it had in the list that stands. */
interface Label<Id> {
  readonly name: string;
  readonly was: Id | undefined;
}

/**
 * Names in order of first appearance, with ids under which the agenda goes on to mean the same: a name that stays keeps
 * its id in whatever order the rows come, a name that only replaces another takes that one's, and no id that the agenda
 * names comes to mean anything else.
 */
function keptIds<Id extends string>(
  { agenda }: Meeting,
  standing: readonly { readonly id: Id; readonly name: string }[],
  labels: readonly Label<Id>[],
  letter: string,
): readonly { readonly id: Id; readonly name: string }[] {
  const labelled = grouped(labels, ({ name }) => name);
  const names = [...labelled.keys()];
  const byName = new Map(standing.map(({ id, name }) => [name, id]));
  const left = new Set(standing.flatMap(({ id, name }) => (labelled.has(name) ? [] : [id])));
  const used = new Set<string>([
    ...standing.map(({ id }) => id),
    ...agenda.flatMap((item) => kindOf(item).cells(item)),
  ]);
  let last = 0;
  const fresh = (): Id => {
    do last += 1;
    while (used.has(`${letter}${String(last)}`));
    return `${letter}${String(last)}` as Id;
  };
  return names.map((name) => {
    const known = byName.get(name);
    if (known !== undefined) return { id: known, name };
    const were = new Set(labelled.get(name)?.flatMap(({ was }) => was ?? []));
    const [renamed] = were;
    const isRenamed = were.size === 1 && renamed !== undefined && left.delete(renamed);
    return { id: isRenamed ? renamed : fresh(), name };
  });
}

/** Keeps the salt of a row that is already there, so that importing the same file again changes nothing. */
function directoryRow(
  directory: World['directory'],
  kind: DirectoryEntry['kind'],
  id: string,
  name: string,
  attributes: Readonly<Record<string, string>>,
  random: string,
): DirectoryEntry {
  const salt =
    directory.get(directoryKey(kind, id))?.salt ?? fingerprint('salt', `${random}/${kind}/${id}`);
  return { kind, id, name, attributes, salt };
}

function firstDuplicate(ids: readonly string[]): string | null {
  const seen = new Set<string>();
  return ids.find((id) => seen.size === seen.add(id).size) ?? null;
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a name without its entry');
  return value;
}
