// The written round as rows: what stands for each of its units on this device and at the server. Pure.
import type { Refusal } from '../../../shared/meeting/refusals.ts';
import { own } from '../../../shared/own.ts';
import type { Scores } from '../../../shared/scoring/form.ts';
import type { ShownSubject } from '../../../shared/views/slices/shown.ts';
import type { MeSlice, MyBallot, OpenRound } from '../../../shared/views/slices/panel-slices.ts';
import type { OnDevice } from '../slips/slips.ts';
import type { Sending } from '../slips/phases.ts';
import { scoresOf } from '../slips/slip.ts';
import { matterOf, newestOf, openTargets, sameChoice, type Target } from '../slips/matter.ts';

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
  readonly waiting: Sending | null;
  readonly refusal: Refusal | null;
}

/** `top`: given what may be given only so often. */
export type Filter = 'all' | 'open' | 'top' | 'recused';

export function rowsOf(
  round: OpenRound,
  me: Pick<MeSlice, 'groupId' | 'recusals'>,
  ballots: readonly MyBallot[],
  device: OnDevice,
): readonly Row[] {
  const held = newestOf(ballots);
  return openTargets([round], me.groupId).map((target): Row => {
    const key = matterOf(target);
    const slip = device.slips.get(key);
    const ballot = held.get(key) ?? null;
    const sent = slip?.phase === 'sending' ? slip : null;
    const refusal = slip?.phase === 'refused' ? slip.refusal : null;
    const scores = scoresOf(slip, ballot);
    const given = sent?.choice ?? ballot?.choice ?? null;
    const changed =
      slip?.typed?.scores &&
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
  isTop: (row: Row) => boolean = () => false,
): readonly Row[] {
  const query = plain(by.query);
  return rows.filter((row) => {
    if (row.key === keep) return true;
    const { category, name } = row.target.subject;
    if (by.category !== null && category.id !== by.category) return false;
    if (by.filter === 'open' && !isOpen(row)) return false;
    if (by.filter === 'recused' && row.state !== 'recused') return false;
    if (by.filter === 'top' && !isTop(row)) return false;
    return query === '' || plain(name).includes(query);
  });
}

/** The next one to score below `from`, or from the top again; null where all are done. */
export function nextOpen(rows: readonly Row[], from: string | null): Row | null {
  const place = rows.findIndex(({ key }) => key === from);
  const around = [...rows.slice(place + 1), ...rows.slice(0, place + 1)];
  return around.find((row) => row.key !== from && isOpen(row)) ?? null;
}

/** The one above it that is this person's to score; null at the first. */
export function above(rows: readonly Row[], from: string | null): Row | null {
  const place = rows.findIndex(({ key }) => key === from);
  const before = rows.slice(0, Math.max(0, place)).filter(({ state }) => state !== 'recused');
  return before.at(-1) ?? null;
}

/** Its one mark, as it is given, on its way or counted; null where it is abstained from or has more lines. */
export function givenMark({ target: { sheet }, waiting, ballot }: Row): number | null {
  const choice = (waiting ?? ballot)?.choice;
  const [line, second] = sheet.lines;
  if (choice?.kind !== 'scores' || !line || second) return null;
  return own(choice.scores, line.id) ?? null;
}

/** A unit that left the round while something of it lies on this device, or was counted here before. */
export interface Gone {
  readonly key: string;
  readonly subject: ShownSubject;
  readonly counted: boolean;
}

export function goneFrom(
  round: OpenRound,
  me: Pick<MeSlice, 'groupId'>,
  ballots: readonly MyBallot[],
  { slips }: OnDevice,
): readonly Gone[] {
  const here = new Set(openTargets([round], me.groupId).map(matterOf));
  const held = newestOf(ballots);
  return [...slips].flatMap(([key, { phase, typed, target }]) => {
    const lies = typed?.scores || phase === 'sending' || phase === 'refused';
    const isOf = target.round === round.round && target.attempt === round.attempt;
    return lies && isOf && !here.has(key)
      ? [{ key, subject: target.subject, counted: held.has(key) }]
      : [];
  });
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
