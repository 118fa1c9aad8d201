// The result for staff: plan, what was entered, what it comes to, how far it is decided. Revealed scores only (R6).
import type { StaffId, SubjectId } from '../../ids.ts';
import { kindOf } from '../../meeting/agenda/kinds.ts';
import { directoryKey } from '../../meeting/directory.ts';
import { drawsPeople } from '../../meeting/draws/purposes.ts';
import { wordsOf } from '../../meeting/person-reason.ts';
import { roundIdOf } from '../../meeting/rounds.ts';
import type { Adjustment } from '../../meeting/result/adjustment.ts';
import { meetingResult } from '../../meeting/result/meeting-result.ts';
import type { Outcome, OutcomeRow, Signature } from '../../meeting/result/outcome.ts';
import { changedSince, computedNow, isCurrent } from '../../meeting/result/outcomes.ts';
import type { ResultPlan } from '../../meeting/result/plan.ts';
import { hasBegun, nodesIn, planOf, planOfVersion, treesIn } from '../../meeting/result/plans.ts';
import { subjectsIn } from '../../meeting/subjects.ts';
import type { Meeting } from '../../meeting/state.ts';
import { toDecimal } from '../../scoring/rational.ts';
import { viewOf } from '../kinds.ts';
import { shownName } from '../named.ts';
import { shownSubject, type Seen } from '../seen.ts';
import type {
  ResultPage,
  ShownAdjustment,
  ShownChange,
  ShownColumn,
  ShownConsequence,
  ShownOutcome,
  ShownRow,
  ShownStep,
} from '../slices/result-slices.ts';
import { figuresOf, type Figures } from './shown-rows.ts';

/** Who looks, and what staff are called. */
export interface Looking {
  readonly me: StaffId;
  readonly staffName: (id: StaffId) => string;
}

export function resultPage(seen: Seen, looking: Looking): ResultPage {
  const { meeting } = seen;
  const plan = planOf(meeting);
  const now = computedNow(meeting);
  return {
    plan,
    flaw: flawOf(meeting, plan),
    columns: [...meeting.columns.values()].map((one) => shownColumn(meeting, one)),
    earlier: [...meeting.earlier.values()].map((one) => shownColumn(meeting, { ...one, max: '' })),
    adjustments: [...meeting.adjustments.values()]
      .map((one) => shownAdjustment(seen, plan, one, looking))
      .reverse(),
    vetoes: [...meeting.vetoes.values()].map(({ id, subject, effect, words, ...step }) => ({
      ...{ id, subject: shownSubject(seen, subject), ...stepOf(step, looking) },
      worst: effect === 'unranked' ? null : effect.worst,
      reason: wordsOf(seen.directory, words),
    })),
    rows: plan && now ? shownRows(seen, plan, now.rows) : [],
    consequences: plan && now ? consequencesOf(seen, plan, now.consequences) : [],
    outcome: meeting.outcome && {
      ...shownOutcome(meeting, meeting.outcome, looking.staffName),
      own: meeting.outcome.computed.by === looking.me,
    },
    changes: changesOf(seen),
    rounds: meeting.agenda.flatMap((item) =>
      kindOf(item).scoring(item)
        ? [{ id: roundIdOf(item.id), name: viewOf(item).title(seen, item) }]
        : [],
    ),
    draws: meeting.agenda.flatMap((item) => {
      const purpose = kindOf(item).drawing(item)?.purpose;
      return purpose !== undefined && !drawsPeople(purpose)
        ? [{ item: item.id, name: viewOf(item).title(seen, item) }]
        : [];
    }),
    begun: hasBegun(meeting),
  };
}

/** Best first; without a place last, in the order of the roster. */
export function shownRows(
  seen: Seen,
  plan: ResultPlan,
  rows: readonly OutcomeRow[],
): readonly ShownRow[] {
  const figures = figuresOf(seen.meeting, plan, rows);
  return [...figures]
    .filter(([id]) => seen.meeting.subjects.has(id))
    .map(([id, one]): ShownRow => ({ subject: shownSubject(seen, id), ...one }))
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0);
}

function flawOf(meeting: Meeting, plan: ResultPlan | null): ResultPage['flaw'] {
  const made = meetingResult(meeting);
  if (!plan || !made || made.ok) return null;
  const [id = ''] = made.at.split('.');
  const named = [...treesIn(plan).flatMap(nodesIn), ...plan.kinds].find((one) => one.id === id);
  return { flaw: made.flaw, name: named?.name ?? made.at };
}

function shownColumn(
  meeting: Meeting,
  {
    id,
    name,
    max,
    source,
    values,
  }: Pick<ShownColumn, 'id' | 'name' | 'max' | 'source'> & {
    readonly values: ReadonlyMap<SubjectId, unknown>;
  },
): ShownColumn {
  const subjects = subjectsIn(meeting);
  const count = subjects.filter((one) => values.has(one)).length;
  return { id, name, max, source, count, missing: subjects.length - count };
}

function shownAdjustment(
  seen: Seen,
  plan: ResultPlan | null,
  entry: Adjustment,
  looking: Looking,
): ShownAdjustment {
  const { directory, meeting } = seen;
  const { id, subject, points, date, tags, document, state, words, decided } = entry;
  const kind = plan?.kinds.find((one) => one.id === entry.kind);
  const made = meetingResult(meeting);
  const counted = made?.ok ? made.result.adjusted.entries.get(id) : undefined;
  const beside =
    typeof words === 'string'
      ? {}
      : (directory.get(directoryKey('reason', words.id))?.attributes ?? {});
  return {
    ...{ id, subject: shownSubject(seen, subject), points, date, tags, document, state },
    kind: kind?.name ?? entry.kind,
    sign: kind?.sign ?? 'bonus',
    worth: counted ? toDecimal(counted.points, 2) : null,
    event: beside['event'] ?? '',
    reason: wordsOf(directory, words),
    evidence: beside['evidence'] ?? '',
    as: counted?.as ?? null,
    declared: stepOf(entry, looking),
    decided: decided.map((act) => ({
      ...stepOf(act, looking),
      ...{ state: act.state, reason: wordsOf(directory, act.words) },
    })),
    own: entry.by === looking.me,
  };
}

function consequencesOf(
  seen: Seen,
  plan: ResultPlan,
  found: NonNullable<ReturnType<typeof computedNow>>['consequences'],
): readonly ShownConsequence[] {
  return found.flatMap((one, n): readonly ShownConsequence[] => {
    const form = plan.consequences[n];
    if (!form) return [];
    const units =
      'ratings' in one
        ? Object.entries(one.ratings).map(([id, count]) => ({
            name: shownName(seen, 'subject', id),
            count,
          }))
        : one.subjects.map((id) => ({ name: shownName(seen, 'subject', id), count: null }));
    if ('last' in form) return [{ kind: 'last', n: form.last, grade: '', units }];
    if ('repeated' in form)
      return [{ kind: 'repeated', n: form.repeated.times, grade: form.repeated.grade, units }];
    return [{ kind: 'staff-share', n: 0, grade: '', units }];
  });
}

/** The steps that were taken, by the names of who took them. */
export function shownOutcome(
  meeting: Meeting,
  outcome: Outcome,
  staffName: Looking['staffName'],
): Omit<ShownOutcome, 'own'> {
  const looking = { staffName };
  const { n, hash, computed, checked, reviewed, settled, published, final } = outcome;
  const approval = (one: Outcome['reviewed']) =>
    one && { ...stepOf(one, looking), body: one.body, date: one.date, document: one.document };
  return {
    ...{ n, hash, computed: stepOf(computed, looking) },
    checked: checked && stepOf(checked, looking),
    approvals: { reviewed: approval(reviewed), settled: approval(settled) },
    published: published && { ...stepOf(published, looking), days: published.days },
    final: final && stepOf(final, looking),
    current: isCurrent(meeting, outcome),
  };
}

function changesOf(seen: Seen): readonly ShownChange[] {
  const { meeting } = seen;
  const { outcome } = meeting;
  const plan = planOf(meeting);
  const now = computedNow(meeting);
  const before = outcome && planOfVersion(meeting, outcome.plan);
  if (!outcome || !plan || !now || !before) return [];
  const was = figuresOf(meeting, before, outcome.rows);
  const is = figuresOf(meeting, plan, now.rows);
  const told = (one: Figures | undefined) =>
    one ? { total: one.total, rank: one.rank, grade: one.grade } : null;
  return changedSince(meeting).map(({ subject }) => ({
    ...{ subject, name: shownName(seen, 'subject', subject) },
    ...{ before: told(was.get(subject)), after: told(is.get(subject)) },
  }));
}

function stepOf({ by, at }: Signature, { staffName }: Pick<Looking, 'staffName'>): ShownStep {
  return { by: staffName(by), at };
}
