// Rounds and their attempts, and the paper ballots entered for them.
import type { ItemId, RoundId } from '../../ids.ts';
import { itemById } from '../lookup.ts';
import { standingAtOpening, withSubjects, yielding } from '../agenda/participation.ts';
import type { PaperBallot } from '../people.ts';
import type { Attempt, Round } from '../round.ts';
import type { Meeting } from '../state.ts';
import type { Folds } from './fold.ts';

export const roundsFolds = {
  RoundOpened: (meeting, event, { at }) => {
    const { round: id, item, kind, secrecy, disclosure, sheet, scheme } = event;
    const source = itemById(meeting, item);
    const scored = source?.kind === 'score' || source?.kind === 'written' ? source : undefined;
    const opened: Attempt = {
      n: event.attempt,
      openedAt: at,
      ...(event.reason === undefined ? {} : { reason: event.reason }),
      sheet,
      scheme,
      phase: 'open',
      reopened: false,
    };
    const attempts = [...(meeting.rounds.get(id)?.attempts ?? []), opened];
    const round: Round = {
      id,
      item,
      kind,
      secrecy,
      disclosure,
      ...standingAtOpening(meeting, scored, event.subjects),
      sheet,
      scheme,
      attempts,
    };
    // A log that stored its list has settled who is where.
    const opens = event.subjects ? round : yielding(meeting, round);
    return { ...meeting, rounds: new Map(meeting.rounds).set(id, opens) };
  },
  RoundCancelled: (meeting, event) => {
    const rounds = new Map(meeting.rounds);
    const round = rounds.get(event.round);
    if (!round) return meeting;
    const attempts = round.attempts.filter(({ n }) => n !== event.attempt);
    const last = attempts.at(-1);
    if (last) rounds.set(round.id, { ...round, sheet: last.sheet, scheme: last.scheme, attempts });
    else rounds.delete(round.id);
    const { countdown } = meeting;
    return { ...meeting, rounds, countdown: countdown?.item === round.item ? null : countdown };
  },
  RoundSubjectsSet: (meeting, event) => {
    const round = meeting.rounds.get(event.round);
    if (!round) return meeting;
    const set = withSubjects(meeting, round, event.subjects);
    return { ...meeting, rounds: new Map(meeting.rounds).set(round.id, set) };
  },
  RoundClosed: (meeting, event, { at }) => {
    const { root, ballots, results, absent } = event;
    const closing = { closedAt: at, root, ballots, results, absent };
    return stopCountdown(
      changeAttempt(meeting, event.round, event.attempt, (attempt) => ({
        ...opening(attempt),
        phase: 'closed',
        closing,
      })),
      at,
      meeting.rounds.get(event.round)?.item,
    );
  },
  RoundReopened: (meeting, event) => {
    return reopenedRound(meeting, event.round, event.attempt);
  },
  RoundRevealed: (meeting, event, { seq }) => {
    return changeAttempt(meeting, event.round, event.attempt, (attempt) =>
      attempt.phase === 'open' ? attempt : { ...attempt, phase: 'revealed', revealed: seq },
    );
  },
  PaperEntered: (meeting, event, { by }) => {
    const { paper: paperId, seat, round, attempt, subject, after = 0 } = event;
    if (by.kind !== 'staff') throw new Error('a paper ballot that nobody entered');
    return {
      ...meeting,
      papers: new Map(meeting.papers).set(paperId, {
        id: paperId,
        seat,
        round,
        attempt,
        subject,
        by: by.id,
        after,
        phase: 'entered',
      }),
    };
  },
  PaperConfirmed: (meeting, event) => {
    return changePaper(meeting, event.paper, 'confirmed');
  },
  PaperDropped: (meeting, event) => {
    return changePaper(meeting, event.paper, 'dropped');
  },
} satisfies Folds<
  | 'RoundOpened'
  | 'RoundCancelled'
  | 'RoundSubjectsSet'
  | 'RoundClosed'
  | 'RoundReopened'
  | 'RoundRevealed'
  | 'PaperEntered'
  | 'PaperConfirmed'
  | 'PaperDropped'
>;

/** The meeting with a closed round open again. */
export function reopenedRound(meeting: Meeting, id: RoundId, n: number): Meeting {
  const open = changeAttempt(meeting, id, n, (attempt) => ({
    ...opening(attempt),
    phase: 'open',
    reopened: true,
  }));
  const round = open.rounds.get(id);
  return round ? { ...open, rounds: new Map(open.rounds).set(id, yielding(meeting, round)) } : open;
}

function changePaper(
  meeting: Meeting,
  id: PaperBallot['id'],
  phase: PaperBallot['phase'],
): Meeting {
  const paper = meeting.papers.get(id);
  return paper
    ? { ...meeting, papers: new Map(meeting.papers).set(id, { ...paper, phase }) }
    : meeting;
}

function changeAttempt(
  meeting: Meeting,
  id: RoundId,
  n: number,
  change: (attempt: Attempt) => Attempt,
): Meeting {
  const round = meeting.rounds.get(id);
  if (!round) return meeting;
  const attempts = round.attempts.map((attempt) => (attempt.n === n ? change(attempt) : attempt));
  return { ...meeting, rounds: new Map(meeting.rounds).set(id, { ...round, attempts }) };
}

function opening(attempt: Attempt) {
  const { n, openedAt, reason, sheet, scheme } = attempt;
  return { n, openedAt, ...(reason === undefined ? {} : { reason }), sheet, scheme };
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
