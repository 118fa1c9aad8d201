// Rounds and their attempts, and the paper ballots entered for them.
import type { CategoryId, ItemId, RoundId } from '../../ids.ts';
import { resultsCommitment } from '../committed-results.ts';
import { itemById } from '../agenda/items.ts';
import { kindOf } from '../agenda/kinds.ts';
import {
  inPlay,
  standingAtOpening,
  subjectsOf,
  withSubjects,
  yielding,
} from '../agenda/participation.ts';
import type { PaperBallot } from '../people.ts';
import { seatsNow } from '../live-rounds.ts';
import { openedWith, opensGroups, wasOpenedFrom } from '../opening.ts';
import { rulesOf } from '../round-rules.ts';
import { schemeOf } from '../rounds.ts';
import type { Attempt, Round, SubjectTurnout } from '../round.ts';
import type { roundsEvents } from '../events/rounds.ts';
import type { Meeting } from '../state.ts';
import { BrokenLog, found, foundAll, type Folds } from './fold.ts';

export const roundsFolds = {
  RoundOpened: (meeting, event, { at }) => {
    const { round: id, item, kind, secrecy, disclosure, subjects } = event;
    const { form, scheme, weights, rules, who } = event;
    const terms = { form, scheme, weights, ...(who ? { who } : {}), rules };
    const source = found(itemById(meeting, item), 'item', item);
    foundAll(meeting.subjects, 'subject', subjects ?? []);
    if (who?.kind === 'ring') foundAll(meeting.subjects, 'subject', who.orders.flat());
    if (rulesOf(meeting, terms, secrecy) !== rules) throw new BrokenLog(`other rules of ${id}`);
    const opened: Attempt = {
      n: event.attempt,
      openedAt: at,
      ...(event.reason === undefined ? {} : { reason: event.reason }),
      terms,
      phase: 'open',
    };
    const before = meeting.rounds.get(id)?.attempts ?? [];
    const attempts = [...before, opened];
    const standing = standingAtOpening(meeting, kindOf(source).scoring(source), subjects);
    const round: Round = { id, item, kind, secrecy, disclosure, ...standing, terms, attempts };
    // A log that stored its list has settled who is where.
    const opens = subjects ? round : yielding(meeting, round);
    const after = { ...meeting, rounds: new Map(meeting.rounds).set(id, opens) };
    const about = subjectsOf(after, opens);
    const [subject] = about;
    const more = {
      ...(event.limits ? { limits: { ...event.limits, began: about } } : {}),
      ...(disclosure === 'live' && subject !== undefined
        ? { seats: seatsNow(meeting, terms, subject) }
        : {}),
    };
    const whole = { ...opens, attempts: [...before, { ...opened, ...more }] };
    return { ...meeting, rounds: new Map(meeting.rounds).set(id, whole) };
  },
  RoundCancelled: (meeting, event) => {
    const rounds = new Map(meeting.rounds);
    const round = roundIn(meeting, event.round);
    attemptIn(round, event.attempt);
    const attempts = round.attempts.filter(({ n }) => n !== event.attempt);
    const last = attempts.at(-1);
    if (last) rounds.set(round.id, { ...round, terms: last.terms, attempts });
    else rounds.delete(round.id);
    const { countdown } = meeting;
    return { ...meeting, rounds, countdown: countdown?.item === round.item ? null : countdown };
  },
  RoundSubjectsSet: (meeting, event) => {
    const round = roundIn(meeting, event.round);
    foundAll(meeting.subjects, 'subject', event.subjects);
    const set = withSubjects(meeting, round, event.subjects);
    return { ...meeting, rounds: new Map(meeting.rounds).set(round.id, set) };
  },
  RoundClosed: (meeting, event, { at }) => {
    const { root, ballots, seats, commitment } = event;
    foundAll(meeting.seats, 'seat', seats.absent);
    const turnout = event.turnout.map(({ subject, expected, cast }, n): SubjectTurnout => {
      const { missing, recused } = found(seats.subjects[n], 'seats of', subject);
      foundAll(meeting.seats, 'seat', [...missing, ...recused]);
      return { subject, expected, cast, missing, recused };
    });
    const closing = { closedAt: at, root, ballots, turnout, absent: seats.absent, commitment };
    return stopCountdown(
      changeAttempt(meeting, event.round, event.attempt, 'open', (attempt) => ({
        ...opening(attempt),
        phase: 'closed',
        closing,
        opened: null,
      })),
      at,
      meeting.rounds.get(event.round)?.item,
    );
  },
  RoundReopened: (meeting, event) => reopenedRound(meeting, event.round, event.attempt),
  GroupsShown: (meeting, event) => {
    const round = found(meeting.rounds.get(event.round), 'round', event.round);
    if (!opensGroups(round))
      throw new BrokenLog(`groups of ${event.round}, which has none to show`);
    return changeAttempt(meeting, event.round, event.attempt, 'closed', (attempt) => {
      const known = new Set<string>(attempt.terms.weights.map(({ group }) => group));
      const named = [...event.groups, ...event.shut].map(({ group }) => group);
      foundAll(known, 'group', [...named, ...event.ahead]);
      const opened = openedWith(attempt.opened, event);
      if (!opened) throw new BrokenLog(`other groups of ${event.round} than were to come`);
      return { ...attempt, opened };
    });
  },
  RoundRevealed: (meeting, event, { seq, at }) => {
    const { results, byBoard } = event;
    return changeAttempt(meeting, event.round, event.attempt, 'closed', (attempt) => {
      if (resultsCommitment(event) !== attempt.closing.commitment)
        throw new BrokenLog(`results of ${event.round} that its close has not committed to`);
      if (attempt.opened && !wasOpenedFrom(attempt.opened, results, schemeOf(meeting, attempt)))
        throw new BrokenLog(`groups of ${event.round} that are not those of its results`);
      const { opened: _, ...closed } = attempt;
      const waits = byBoard ? { waitsFor: boardsInPlay(meeting) } : {};
      return { ...closed, phase: 'revealed', results, revealed: seq, revealedAt: at, ...waits };
    });
  },
  PaperEntered: (meeting, event, { by }) => {
    const { paper: id, seat, round, attempt, subject, after = 0 } = event;
    if (by.kind !== 'staff') throw new BrokenLog('a paper ballot that nobody entered');
    attemptIn(roundIn(meeting, round), attempt);
    foundAll(meeting.seats, 'seat', [seat]);
    foundAll(meeting.subjects, 'subject', [subject]);
    const place = { seat, round, attempt, subject };
    const paper: PaperBallot = { id, ...place, by: by.id, after, phase: 'entered' };
    return { ...meeting, papers: new Map(meeting.papers).set(id, paper) };
  },
  PaperConfirmed: (meeting, event) => changePaper(meeting, event.paper, 'confirmed'),
  PaperDropped: (meeting, event) => changePaper(meeting, event.paper, 'dropped'),
} satisfies Folds<typeof roundsEvents>;

/** The meeting with a closed round open again. */
export function reopenedRound(meeting: Meeting, id: RoundId, n: number): Meeting {
  const open = changeAttempt(meeting, id, n, 'closed', (attempt) => ({
    ...opening(attempt),
    phase: 'open',
  }));
  const round = roundIn(open, id);
  return { ...open, rounds: new Map(open.rounds).set(id, yielding(meeting, round)) };
}

/** Later changes of the agenda neither publish what waits for a board nor hide what was shown. */
function boardsInPlay(meeting: Meeting): ReadonlyMap<ItemId, CategoryId | null> {
  return new Map(
    inPlay(meeting).flatMap((item) => {
      const board = kindOf(item).board(item);
      return board ? [[item.id, board.category ?? null] as const] : [];
    }),
  );
}

function changePaper(
  meeting: Meeting,
  id: PaperBallot['id'],
  phase: PaperBallot['phase'],
): Meeting {
  const paper = found(meeting.papers.get(id), 'paper', id);
  return { ...meeting, papers: new Map(meeting.papers).set(id, { ...paper, phase }) };
}

function roundIn({ rounds }: Meeting, id: RoundId): Round {
  return found(rounds.get(id), 'round', id);
}

function attemptIn({ id, attempts }: Round, n: number): Attempt {
  return found(
    attempts.find((attempt) => attempt.n === n),
    `attempt ${String(n)} of`,
    id,
  );
}

function changeAttempt<P extends Attempt['phase']>(
  meeting: Meeting,
  id: RoundId,
  n: number,
  phase: P,
  change: (attempt: Extract<Attempt, { readonly phase: P }>) => Attempt,
): Meeting {
  const round = roundIn(meeting, id);
  const before = attemptIn(round, n);
  if (!isIn(before, phase)) throw new BrokenLog(`${id} is not ${phase}`);
  const after = change(before);
  const attempts = round.attempts.map((attempt) => (attempt === before ? after : attempt));
  return { ...meeting, rounds: new Map(meeting.rounds).set(id, { ...round, attempts }) };
}

function isIn<P extends Attempt['phase']>(
  attempt: Attempt,
  phase: P,
): attempt is Extract<Attempt, { readonly phase: P }> {
  return attempt.phase === phase;
}

function opening({ n, openedAt, reason, terms, limits, seats }: Attempt) {
  return {
    ...{ n, openedAt, terms },
    ...(reason === undefined ? {} : { reason }),
    ...(limits ? { limits } : {}),
    ...(seats ? { seats } : {}),
  };
}

function stopCountdown(meeting: Meeting, at: number, item: ItemId | undefined): Meeting {
  const countdown = meeting.countdown;
  if (countdown?.phase !== 'running' || countdown.item !== item) return meeting;
  const { totalSeconds } = countdown;
  const leftMs = Math.max(0, countdown.endsAt - at);
  return {
    ...meeting,
    countdown: { item: countdown.item, totalSeconds, phase: 'stopped', leftMs },
  };
}
