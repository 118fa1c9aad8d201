// The result: its plan, what is entered, who decided what.
import type { StaffId, SubjectId } from '../../ids.ts';
import type { resultEvents } from '../events/result.ts';
import type { Outcome } from '../result/outcome.ts';
import type { Actor, Meeting } from '../state.ts';
import { BrokenLog, found, foundAll, type Folds } from './fold.ts';

const NOTHING = { tieBreak: [], consequences: [], kinds: [] };

export const resultFolds = {
  ResultPlanAdopted: (meeting, { version, plan = NOTHING, reason }) => {
    if (version !== meeting.plans.length + 1)
      throw new BrokenLog(`plan ${String(version)} after ${String(meeting.plans.length)}`);
    const next = { ...plan, version, ...(reason === undefined ? {} : { reason }) };
    return { ...meeting, plans: [...meeting.plans, next] };
  },
  ColumnImported: (meeting, { column: id, name, max, source, values }) => {
    foundSubjects(meeting, values);
    const given = new Map(values.map(({ subject, value }) => [subject, value]));
    const column = { id, name, max, source, values: given };
    return { ...meeting, columns: new Map(meeting.columns).set(id, column) };
  },
  EarlierImported: (meeting, { earlier: id, name, source, rows }) => {
    foundSubjects(meeting, rows);
    const values = new Map(
      rows.map(({ subject, total, root }) => [
        subject,
        {
          ...(total === undefined ? {} : { total }),
          ...(root === undefined ? {} : { root }),
        },
      ]),
    );
    const grades = new Map(
      rows.flatMap(({ subject, grade }) => (grade === undefined ? [] : [[subject, grade]])),
    );
    const table = { id, name, source, values, grades };
    return { ...meeting, earlier: new Map(meeting.earlier).set(id, table) };
  },
  AdjustmentDeclared: (meeting, event, { by, at }) => {
    const { adjustment: id, document = null, carried = false, ...given } = event;
    foundAll(meeting.subjects, 'subject', [given.subject]);
    const { subject, kind, points, date, event: of, tags, words } = given;
    const entry = {
      ...{ id, subject, kind, points, date, event: of, tags, words, document, carried },
      ...{ by: staffOf(by), at, state: 'declared' as const, decided: [] },
    };
    return { ...meeting, adjustments: new Map(meeting.adjustments).set(id, entry) };
  },
  AdjustmentDecided: (meeting, { adjustment: id, state, words }, { by, at }) => {
    const entry = found(meeting.adjustments.get(id), 'adjustment', id);
    const decided = [...entry.decided, { state, words, by: staffOf(by), at }];
    const next = { ...entry, state, decided };
    return { ...meeting, adjustments: new Map(meeting.adjustments).set(id, next) };
  },
  VetoDeclared: (meeting, { veto: id, subject, worst, words }, { by, at }) => {
    foundAll(meeting.subjects, 'subject', [subject]);
    const effect = worst === undefined ? ('unranked' as const) : { worst };
    const veto = { id, subject, effect, words, by: staffOf(by), at };
    return { ...meeting, vetoes: new Map(meeting.vetoes).set(id, veto) };
  },
  VetoLifted: (meeting, { veto }) => {
    foundAll(meeting.vetoes, 'veto', [veto]);
    const vetoes = new Map(meeting.vetoes);
    vetoes.delete(veto);
    return { ...meeting, vetoes };
  },
  ResultComputed: (meeting, { n, plan, hash, rows, consequences }, { by, at }) => ({
    ...meeting,
    outcome: {
      ...{ n, plan, hash, rows, consequences, computed: { by: staffOf(by), at } },
      ...{ checked: null, reviewed: null, settled: null, published: null, final: null },
    },
    outcomes: n,
  }),
  ResultChecked: (meeting, { n }, { by, at }) =>
    signed(meeting, n, { checked: { by: staffOf(by), at } }),
  ResultApproved: (meeting, { n, stage, body, date, document }, { by, at }) =>
    signed(meeting, n, { [stage]: { by: staffOf(by), at, body, date, document } }),
  ResultPublished: (meeting, { n, days }, { by, at }) => {
    const next = signed(meeting, n, { published: { by: staffOf(by), at, days } });
    return { ...next, published: next.outcome };
  },
  ResultFinished: (meeting, { n }, { by, at }) => {
    const next = signed(meeting, n, { final: { by: staffOf(by), at } });
    return { ...next, published: next.outcome };
  },
  ResultReturned: (meeting, { n }) => {
    signed(meeting, n, {});
    return { ...meeting, outcome: null };
  },
} satisfies Folds<typeof resultEvents>;

function signed(meeting: Meeting, n: number, more: Partial<Outcome>): Meeting {
  const { outcome } = meeting;
  if (outcome?.n !== n) throw new BrokenLog(`no result ${String(n)}`);
  return { ...meeting, outcome: { ...outcome, ...more } };
}

function staffOf(by: Actor): StaffId {
  if (by.kind !== 'staff') throw new BrokenLog('a result has only staff who act');
  return by.id;
}

function foundSubjects(
  { subjects }: Meeting,
  rows: readonly { readonly subject: SubjectId }[],
): void {
  foundAll(
    subjects,
    'subject',
    rows.map(({ subject }) => subject),
  );
}
