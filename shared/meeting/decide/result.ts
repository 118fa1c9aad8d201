// What a result adds up: its plan, columns, earlier results, adjustments and vetoes. What it comes to: outcome.ts beside this.
import type { StaffId } from '../../ids.ts';
import { hasBegun, nodesIn, planOf, treeFor, treesIn } from '../result/plans.ts';
import { inputOf } from '../result/input.ts';
import { resultBy } from '../result/meeting-result.ts';
import type { PlanRules } from '../result/plan.ts';
import { MOST_ADJUSTMENTS } from '../../number-limits.ts';
import { compare, fromDecimal } from '../../scoring/rational.ts';
import { canonical } from '../../draw/canonical.ts';
import type { Refusal } from '../refusals.ts';
import { keepReason } from '../person-reason.ts';
import type { Actor, Meeting } from '../state.ts';
import { directoryKey, accept, nameOf, refuse, type Decision, type World } from '../world.ts';
import type { resultCommands } from '../commands/result.ts';
import type { StaffCommandOf } from '../commands.ts';
import type { Adjustment } from '../result/adjustment.ts';
import type { Context } from '../commands.ts';
import { isFinal, outcomeDeciders } from './outcome.ts';
import type { Deciders } from './decider.ts';

export const resultDeciders = {
  /**
   * Adopts a plan as the next version, or takes it away. Refused where it contradicts itself or what the meeting holds, and
   * without a reason once people have come: a weight is then no longer anybody's guess.
   */
  AdoptResult: ({ meeting }, { plan, reason }) => {
    if (isFinal(meeting)) return refuse({ code: 'result-final' });
    const standing = planOf(meeting);
    if (plan === null && standing === null) return accept([]);
    if (plan && standing) {
      const { version: _, reason: __, ...same } = standing;
      if (canonical(same) === canonical(plan)) return accept([]);
    }
    const flaw = plan && planFlaw(meeting, plan);
    if (flaw) return refuse(flaw);
    const why = reason?.trim() ?? '';
    if (why === '' && hasBegun(meeting)) return refuse({ code: 'reason-missing' });
    return accept([
      {
        type: 'ResultPlanAdopted',
        version: meeting.plans.length + 1,
        ...(plan ? { plan } : {}),
        ...(why === '' ? {} : { reason: why }),
      },
    ]);
  },

  /** One number for each unit, from outside. Whose is missing is said, and has to be meant. */
  ImportColumn: (world, { column, name, max, source, values, partial }) => {
    const { meeting } = world;
    if (isFinal(meeting)) return refuse({ code: 'result-final' });
    const most = fromDecimal(max);
    if (!most || most.n <= 0n) return refuse({ code: 'column-value', name: '', value: max, max });
    if (values.length === 0) return refuse({ code: 'roster-empty' });
    const seen = new Set<string>();
    for (const { subject: id, value } of values) {
      if (!meeting.subjects.has(id)) return refuse({ code: 'unknown-subject', id });
      if (seen.has(id)) return refuse({ code: 'duplicate-id', id });
      seen.add(id);
      const given = fromDecimal(value);
      if (!given || given.n < 0n || compare(given, most) > 0)
        return refuse({ code: 'column-value', name: unitName(world, id), value, max });
    }
    const missing = [...meeting.subjects.keys()].filter(
      (id) => !meeting.out.has(id) && !seen.has(id),
    );
    if (missing.length > 0 && !partial)
      return refuse({
        ...{ code: 'column-partial', n: missing.length, of: meeting.subjects.size },
        first: unitName(world, missing[0] ?? ''),
      });
    const before = meeting.columns.get(column);
    const isSame =
      before?.name === name &&
      before.max === max &&
      before.values.size === values.length &&
      values.every(({ subject, value }) => before.values.get(subject) === value);
    if (isSame) return accept([]);
    return accept([{ type: 'ColumnImported', column, name, max, source, values }]);
  },

  /** Results of another time, by units that a person has matched. */
  ImportEarlier: ({ meeting }, { earlier, name, source, rows }) => {
    if (isFinal(meeting)) return refuse({ code: 'result-final' });
    if (rows.length === 0) return refuse({ code: 'roster-empty' });
    const seen = new Set<string>();
    for (const { subject: id } of rows) {
      if (!meeting.subjects.has(id)) return refuse({ code: 'unknown-subject', id });
      if (seen.has(id)) return refuse({ code: 'duplicate-id', id });
      seen.add(id);
    }
    return accept([{ type: 'EarlierImported', earlier, name, source, rows }]);
  },

  /**
   * Declares a bonus or a deduction. It counts once another person has confirmed it. Refused without evidence: in words,
   * or as a report of the unit.
   */
  DeclareAdjustment: (world, command, context) => {
    const { meeting } = world;
    const flaw = declarationFlaw(meeting, command);
    if (flaw) return refuse(flaw);
    const { subject, kind, points, date, tags, carried, reason, evidence, document } = command;
    const beside = { evidence: evidence.trim(), event: command.event.trim() };
    const { reason: words, side } = keepReason(meeting, reason, context.random, beside);
    const adjustment = `J${String(meeting.adjustments.size + 1)}`;
    const event = eventOf(world, beside.event, adjustment);
    return accept(
      [
        {
          type: 'AdjustmentDeclared',
          ...{ adjustment, subject, kind, points, date, event, words },
          tags: [...new Set(tags)],
          ...(document === undefined ? {} : { document }),
          ...(carried ? { carried } : {}),
        },
      ],
      side,
    );
  },

  ConfirmAdjustment: ({ meeting }, command, context) => decided(meeting, command, context),

  /** Refused without a reason: whoever declared it has to know why. */
  RejectAdjustment: ({ meeting }, command, context) =>
    command.reason.trim() === ''
      ? refuse({ code: 'reason-missing' })
      : decided(meeting, command, context),

  /** Only a confirmed deduction is made good; what it counted before is counted no longer. */
  CancelAdjustment: ({ meeting }, command, context) => {
    const { adjustment: id, reason, date } = command;
    if (isFinal(meeting)) return refuse({ code: 'result-final' });
    const entry = meeting.adjustments.get(id);
    if (!entry) return refuse({ code: 'adjustment-unknown' });
    const kind = planOf(meeting)?.kinds.find((one) => one.id === entry.kind);
    if (entry.state !== 'confirmed' || kind?.sign !== 'deduction')
      return refuse({ code: 'adjustment-not-deducted' });
    if (reason.trim() === '') return refuse({ code: 'reason-missing' });
    const { reason: words, side } = keepReason(meeting, reason, context.random);
    return accept(
      [{ type: 'AdjustmentDecided', adjustment: id, state: 'cancelled', words, date }],
      side,
    );
  },

  /** A unit's grade is capped, or it takes no place, whatever its total. */
  DeclareVeto: ({ meeting }, { subject, worst, reason }, { random }) => {
    if (isFinal(meeting)) return refuse({ code: 'result-final' });
    if (!meeting.subjects.has(subject)) return refuse({ code: 'unknown-subject', id: subject });
    const names = planOf(meeting)?.grades?.names ?? [];
    if (worst !== null && !names.includes(worst)) return refuse({ code: 'grade-unknown' });
    if (reason.trim() === '') return refuse({ code: 'reason-missing' });
    const { reason: words, side } = keepReason(meeting, reason, random);
    const veto = `V${String(meeting.seq + 1)}`;
    const effect = worst === null ? {} : { worst };
    return accept([{ type: 'VetoDeclared', veto, subject, words, ...effect }], side);
  },

  LiftVeto: ({ meeting }, { veto, reason }, { random }) => {
    if (isFinal(meeting)) return refuse({ code: 'result-final' });
    if (!meeting.vetoes.has(veto)) return refuse({ code: 'veto-unknown' });
    if (reason.trim() === '') return refuse({ code: 'reason-missing' });
    const { reason: words, side } = keepReason(meeting, reason, random);
    return accept([{ type: 'VetoLifted', veto, words }], side);
  },

  ...outcomeDeciders,
} satisfies Deciders<typeof resultCommands>;

/** Why these rules can't be adopted, with the name of what they contradict each other about. */
function planFlaw(meeting: Meeting, plan: PlanRules): Refusal | null {
  const nodes = treesIn(plan).flatMap(nodesIn);
  if (nodes.length === 0) return { code: 'plan-invalid', flaw: 'empty', name: '' };
  const stray = Object.keys(plan.trees ?? {}).find(
    (id) => !meeting.categories.some((category) => category.id === id),
  );
  if (stray !== undefined) return { code: 'plan-invalid', flaw: 'unknown', name: stray };
  const bare = meeting.categories.find(({ id }) => !treeFor(plan, id));
  if (bare) return { code: 'plan-category', name: bare.name };
  const made = resultBy(inputOf(meeting), plan);
  if (made.ok) return null;
  const [id = ''] = made.at.split('.');
  const named = [...nodes, ...plan.kinds].find((one) => one.id === id)?.name ?? made.at;
  return { code: 'plan-invalid', flaw: made.flaw, name: named };
}

function declarationFlaw(
  meeting: Meeting,
  command: StaffCommandOf<'DeclareAdjustment'>,
): Refusal | null {
  const { subject, kind, points, reason, evidence, document } = command;
  if (isFinal(meeting)) return { code: 'result-final' };
  if (meeting.adjustments.size >= MOST_ADJUSTMENTS) return { code: 'too-many' };
  if (!meeting.subjects.has(subject)) return { code: 'unknown-subject', id: subject };
  if (!planOf(meeting)?.kinds.some(({ id }) => id === kind)) return { code: 'adjustment-kind' };
  const worth = fromDecimal(points);
  if (!worth || worth.n <= 0n) return { code: 'points-missing' };
  if (reason.trim() === '') return { code: 'reason-missing' };
  const reports = meeting.documents.get(subject) ?? [];
  if (document !== undefined && !reports.some(({ hash }) => hash === document))
    return { code: 'document-unknown' };
  if (evidence.trim() === '' && document === undefined) return { code: 'evidence-missing' };
  return null;
}

/** The id of what happened: that of an earlier entry of the unit which says the same, else one of its own. */
function eventOf({ meeting, directory }: World, said: string, adjustment: string): string {
  if (said === '') return '';
  const loose = (text: string) => text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
  const same = [...meeting.adjustments.values()].find(
    ({ words, event }) =>
      event !== '' &&
      typeof words !== 'string' &&
      loose(directory.get(directoryKey('reason', words.id))?.attributes['event'] ?? '') ===
        loose(said),
  );
  return same?.event ?? `E${adjustment}`;
}

/** The second person's word on what was declared. */
function decided(
  meeting: Meeting,
  command: StaffCommandOf<'ConfirmAdjustment' | 'RejectAdjustment'>,
  { by, random }: Context,
): Decision {
  if (isFinal(meeting)) return refuse({ code: 'result-final' });
  const { type, adjustment: id, reason } = command;
  const entry = meeting.adjustments.get(id);
  if (!entry) return refuse({ code: 'adjustment-unknown' });
  if (entry.state !== 'declared') return refuse({ code: 'adjustment-decided', as: entry.state });
  if (isOwn(entry, by)) return refuse({ code: 'second-person' });
  const { reason: words, side } = keepReason(meeting, reason, random);
  const state = type === 'ConfirmAdjustment' ? ('confirmed' as const) : ('rejected' as const);
  return accept([{ type: 'AdjustmentDecided', adjustment: id, state, words }], side);
}

function isOwn({ by }: Adjustment, actor: Actor): boolean {
  return actor.kind === 'staff' && (actor.id satisfies StaffId) === by;
}

function unitName({ directory }: World, id: string): string {
  return nameOf(directory, 'subject', id);
}
