// The written round as rows: what stands for each of its units on this device and at the server. Pure.
import type { Refusal } from '../../../shared/meeting/refusals.ts';
import type { Scores } from '../../../shared/scoring/sheet.ts';
import type { SubjectCard } from '../../../shared/views/cards.ts';
import type { MeSlice, MyBallot, OpenRound } from '../../../shared/views/panel-slices.ts';
import { scoresOn, type OnDevice } from '../slips/device.ts';
import type { Waiting } from '../slips/outbox.ts';
import { keyOf, openTargets, sameChoice, type Target } from '../slips/target.ts';
import { hasOwn } from '../../../shared/own.ts';

/**
 * empty: nothing yet · draft: scores not submitted, also changes to what is counted · waiting: submitted, no answer yet ·
 * refused: the server said no · counted · recused: not this person's to score.
 */
export type RowState = 'empty' | 'draft' | 'waiting' | 'refused' | 'counted' | 'recused';

export interface Row {
  readonly key: string;
  readonly target: Target;
  readonly state: RowState;
  /** What stands on its sheet. */
  readonly scores: Scores;
  readonly ballot: MyBallot | null;
  readonly waiting: Waiting | null;
  readonly refusal: Refusal | null;
}

export type Filter = 'all' | 'open' | 'recused';

export function rowsOf(
  round: OpenRound,
  me: Pick<MeSlice, 'recusals'>,
  ballots: readonly MyBallot[],
  device: OnDevice,
): readonly Row[] {
  const held = newestByKey(ballots);
  const waiting = new Map(device.outbox.waiting.map((one) => [keyOf(one.target), one]));
  const refused = new Map(device.outbox.refused.map((one) => [keyOf(one.target), one.refusal]));
  return openTargets([round]).map((target): Row => {
    const key = keyOf(target);
    const ballot = held.get(key) ?? null;
    const sent = waiting.get(key) ?? null;
    const refusal = refused.get(key) ?? null;
    const scores = scoresOn(device, ballot ? [ballot] : [], key);
    const given = sent?.choice ?? ballot?.choice ?? null;
    const changed =
      hasOwn(device.drafts, key) &&
      (given === null
        ? Object.keys(scores).length > 0
        : !sameChoice(given, { kind: 'scores', scores }));
    const state = me.recusals.includes(target.subject.id)
      ? 'recused'
      : refusal
        ? 'refused'
        : changed
          ? 'draft'
          : sent
            ? 'waiting'
            : ballot
              ? 'counted'
              : 'empty';
    return { key, target, state, scores, ballot, waiting: sent, refusal };
  });
}

/** Whether the person still has to hand in a first ballot for it: nothing counted, nothing on its way. */
export function isOpen({ state, ballot, waiting }: Row): boolean {
  return state !== 'recused' && !ballot && !waiting;
}

/** Rows that match all of it; `keep` stays whatever it has become, so that nothing vanishes under a thumb. */
export function filtered(
  rows: readonly Row[],
  by: { readonly filter: Filter; readonly category: string | null; readonly query: string },
  keep: string | null,
): readonly Row[] {
  const query = plain(by.query);
  return rows.filter((row) => {
    if (row.key === keep) return true;
    const { category, name } = row.target.subject;
    if (by.category !== null && category.id !== by.category) return false;
    if (by.filter === 'open' && !isOpen(row)) return false;
    if (by.filter === 'recused' && row.state !== 'recused') return false;
    return query === '' || plain(name).includes(query);
  });
}

/** The next one to score below `from`, or from the top again; null where all are done. */
export function nextOpen(rows: readonly Row[], from: string | null): Row | null {
  const place = rows.findIndex(({ key }) => key === from);
  const around = [...rows.slice(place + 1), ...rows.slice(0, place + 1)];
  return around.find((row) => row.key !== from && isOpen(row)) ?? null;
}

/** A unit that left the round while something of it lies on this device, or was counted here before. */
export interface Gone {
  readonly key: string;
  readonly subject: SubjectCard;
  readonly counted: boolean;
}

export function goneFrom(
  round: OpenRound,
  ballots: readonly MyBallot[],
  { drafts, outbox }: OnDevice,
): readonly Gone[] {
  const here = new Set<string>(round.subjects.map(({ id }) => id));
  const held = newestByKey(ballots);
  const left = [...Object.values(drafts), ...outbox.waiting, ...outbox.refused].flatMap(
    ({ target }) =>
      target.round === round.round &&
      target.attempt === round.attempt &&
      !here.has(target.subject.id)
        ? [[keyOf(target), target.subject] as const]
        : [],
  );
  return [...new Map(left)].map(([key, subject]) => ({ key, subject, counted: held.has(key) }));
}

function newestByKey(ballots: readonly MyBallot[]): ReadonlyMap<string, MyBallot> {
  const held = new Map<string, MyBallot>();
  for (const ballot of ballots) {
    const key = keyOf(ballot);
    if ((held.get(key)?.rev ?? 0) <= ballot.rev) held.set(key, ballot);
  }
  return held;
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
