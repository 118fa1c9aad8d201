// A round's life: open, close, reveal; reopened only before its reveal, repeated after it (R13).
import type { Context, ServerCommandOf, StaffCommandOf } from '../commands.ts';
import { boxRoot } from '../../ballots/box-index.ts';
import type { MeetingEvent } from '../events.ts';
import {
  inRosterOrder,
  lastAttempt,
  newestVersion,
  openWritten,
  roundIdOf,
  roundOfItem,
} from '../lookup.ts';
import { keptOut, writtenFor, writtenSubjects } from '../written-subjects.ts';
import { owing } from '../recusals.ts';
import { hasPapers, waitingPapers } from '../papers.ts';
import { scoringOf } from '../agenda/turn.ts';
import type { Scoring } from '../agenda/kind.ts';
import type { Round } from '../round.ts';
import type { Instant } from '../../instant.ts';
import type { Meeting } from '../state.ts';
import { accept, refuse, type Decision, type DecidingWorld } from '../world.ts';
import { closingResults } from '../closing.ts';
import { leaveWritten } from './agenda.ts';
import { running } from './stage.ts';
import type { roundsCommands } from '../commands/rounds.ts';
import type { Deciders } from './decider.ts';

export const roundsDeciders = {
  OpenRound: openRound,
  CancelRound: cancelRound,
  SetRoundSubjects: setRoundSubjects,
  CloseRound: closeRound,
  ReopenRound: reopenRound,
  RevealRound: revealRound,
  RepeatRound: repeatRound,
} satisfies Deciders<typeof roundsCommands>;

/** Opens the present item's round for the panel and starts its countdown; a written round has none. */
export function openRound(
  { meeting }: DecidingWorld,
  { item: id }: StaffCommandOf<'OpenRound'>,
  context: Context,
): Decision {
  const item = scoringOf(meeting, id);
  if (!item) return refuse({ code: 'unknown-item' });
  if (meeting.current !== id) return refuse({ code: 'wrong-item' });
  if (meeting.skipped.has(id)) return refuse({ code: 'item-skipped' });
  if (roundOfItem(meeting, id)) return refuse({ code: 'round-open' });
  return open(meeting, item, 1, undefined, context);
}

/**
 * Closes a round: freezes who was expected, writes the box's root and the results into the log (R4). A round whose
 * tally was live is revealed by its close, because nothing is left to hide. Refused as `papers-waiting` while more paper
 * ballots wait for the second person than whoever closes said to leave out.
 */
export function closeRound(
  { meeting, box }: DecidingWorld,
  { round: id, papers = 0 }: StaffCommandOf<'CloseRound'>,
): Decision {
  const round = meeting.rounds.get(id);
  if (!round || lastAttempt(round).phase !== 'open') return refuse({ code: 'round-not-open' });
  const waiting = waitingPapers(meeting, box, round).length;
  if (waiting > papers) return refuse({ code: 'papers-waiting', n: waiting });
  const attempt = lastAttempt(round).n;
  const { root, ballots } = boxRoot(box, id, attempt);
  const events: MeetingEvent[] = [
    {
      type: 'RoundClosed',
      round: id,
      attempt,
      root,
      ballots,
      results: closingResults(meeting, box, round),
      absent: [...meeting.seats.values()]
        .filter(({ present, gone }) => !present && gone !== 'replaced')
        .map(({ id: seat }) => seat),
    },
  ];
  if (round.disclosure === 'live') events.push({ type: 'RoundRevealed', round: id, attempt });
  return accept(events);
}

/** Lets the panel go on, before the reveal only. */
export function reopenRound(
  { meeting }: DecidingWorld,
  { round: id, reason }: StaffCommandOf<'ReopenRound'>,
): Decision {
  const closed = closedRound(meeting, id);
  if (!closed.ok) return closed;
  // An open round has its next step, the close, only while its item is on stage.
  const round = meeting.rounds.get(id);
  if (round?.item !== meeting.current) return refuse({ code: 'wrong-item' });
  if (reason.trim() === '') return refuse({ code: 'reason-missing' });
  const { attempt } = closed;
  const reopened: MeetingEvent = { type: 'RoundReopened', round: id, attempt, reason };
  // What withdrew or was scored elsewhere while the round was closed would have left it, had it been open.
  const subjects = round.subjects.filter((one) =>
    round.kind === 'live' ? !meeting.out.has(one) : keptOut(meeting, round.item, one) === null,
  );
  if (subjects.length === round.subjects.length) return accept([reopened]);
  if (round.kind === 'live') return refuse({ code: 'subject-out' });
  if (subjects.length === 0) return refuse({ code: 'nothing-to-score' });
  return accept([reopened, { type: 'RoundSubjectsSet', round: id, attempt, subjects, reason: '' }]);
}

/** Shows a closed round's result to everyone. */
export function revealRound(
  { meeting }: DecidingWorld,
  { round: id }: StaffCommandOf<'RevealRound'>,
): Decision {
  const closed = closedRound(meeting, id);
  if (!closed.ok) return closed;
  return accept([{ type: 'RoundRevealed', round: id, attempt: closed.attempt }]);
}

/** After a reveal: a new attempt with a reason. The earlier attempt is kept and no longer counts. */
export function repeatRound(
  { meeting }: DecidingWorld,
  { round: id, reason }: StaffCommandOf<'RepeatRound'>,
  context: Context,
): Decision {
  const round = meeting.rounds.get(id);
  if (!round || lastAttempt(round).phase !== 'revealed')
    return refuse({ code: 'round-not-closed' });
  if (reason.trim() === '') return refuse({ code: 'reason-missing' });
  const item = scoringOf(meeting, round.item);
  if (!item) return refuse({ code: 'unknown-item' });
  if (meeting.current !== item.id) return refuse({ code: 'wrong-item' });
  return open(meeting, item, lastAttempt(round).n + 1, reason, context);
}

/** Takes back a round opened by mistake, as long as no ballot has come, nor one on paper that waits to be confirmed. */
export function cancelRound(
  { meeting, box }: DecidingWorld,
  { round: id }: StaffCommandOf<'CancelRound'>,
): Decision {
  const round = meeting.rounds.get(id);
  if (!round || lastAttempt(round).phase !== 'open') return refuse({ code: 'round-not-open' });
  const attempt = lastAttempt(round).n;
  for (const _ of box.kept(id, attempt)) return refuse({ code: 'round-has-ballots' });
  if (hasPapers(meeting, round)) return refuse({ code: 'round-has-ballots' });
  return accept([
    { type: 'RoundCancelled', round: id, attempt },
    ...(round.kind === 'live' && attempt === 1 ? backToWritten(meeting, round) : []),
  ]);
}

/** What the opening took out of the open written rounds goes back there. */
function backToWritten(meeting: Meeting, cancelled: Round): readonly MeetingEvent[] {
  const rounds = new Map(meeting.rounds);
  rounds.delete(cancelled.id);
  const without = { ...meeting, rounds };
  return openWritten(without).flatMap((round): readonly MeetingEvent[] => {
    const back = cancelled.subjects.filter((id) => writtenFor(without, id) === round);
    if (back.length === 0) return [];
    const subjects = inRosterOrder(meeting, [...round.subjects, ...back]);
    const attempt = lastAttempt(round).n;
    return [{ type: 'RoundSubjectsSet', round: round.id, attempt, subjects, reason: '' }];
  });
}

/**
 * Changes what an open written round is about. Ballots for a subject that leaves are kept and no longer count (R13).
 * Refused as `subject-scored` where another round is or was about one of them: its score is not overwritten by this.
 */
export function setRoundSubjects(
  { meeting }: DecidingWorld,
  { round: id, subjects, reason }: StaffCommandOf<'SetRoundSubjects'>,
): Decision {
  const round = meeting.rounds.get(id);
  if (round?.kind !== 'written' || lastAttempt(round).phase !== 'open')
    return refuse({ code: 'round-not-open' });
  const stranger = subjects.find((one) => !meeting.subjects.has(one));
  if (stranger !== undefined) return refuse({ code: 'unknown-subject', id: stranger });
  for (const one of subjects) {
    const why = keptOut(meeting, round.item, one);
    if (why === 'out') return refuse({ code: 'subject-out' });
    if (why === 'scored') return refuse({ code: 'subject-scored', id: one });
  }
  if (subjects.length === 0) return refuse({ code: 'nothing-to-score' });
  if (reason.trim() === '') return refuse({ code: 'reason-missing' });
  if (
    subjects.length === round.subjects.length &&
    subjects.every((one) => round.subjects.includes(one))
  )
    return accept([]);
  return accept([
    {
      type: 'RoundSubjectsSet',
      round: id,
      attempt: lastAttempt(round).n,
      subjects: inRosterOrder(meeting, subjects),
      reason: reason.trim(),
    },
  ]);
}

/**
 * Closes a round whose item says that it closes by itself, once its countdown stands at zero. It waits for paper ballots
 * that a second person has still to confirm: whoever votes on paper loses no ballot to the clock.
 */
export function closeAtZero(
  world: DecidingWorld,
  { round: id, attempt }: ServerCommandOf<'CloseAtZero'>,
  now: Instant,
): Decision {
  const { meeting } = world;
  const round = meeting.rounds.get(id);
  if (!round || lastAttempt(round).n !== attempt || !closesItself(meeting, round))
    return refuse({ code: 'round-not-open' });
  const { countdown } = meeting;
  const isOver =
    countdown?.item === round.item && countdown.phase === 'running' && countdown.endsAt <= now;
  return isOver
    ? closeRound(world, { type: 'CloseRound', round: id })
    : refuse({ code: 'no-countdown' });
}

/** Whether a round is open and its item says that zero closes it. */
export function closesItself(meeting: Meeting, round: Round): boolean {
  const closes = scoringOf(meeting, round.item)?.closesItself ?? false;
  return closes && lastAttempt(round).phase === 'open';
}

function open(
  meeting: Meeting,
  item: Scoring,
  attempt: number,
  reason: string | undefined,
  { now }: Context,
): Decision {
  const isLive = item.round === 'live';
  if (item.secrecy === 'sealed') return refuse({ code: 'sealed-not-yet' });
  const subjects =
    isLive && item.subjects !== 'rest' ? item.subjects : writtenSubjects(meeting, item);
  const out = subjects.find((id) => meeting.out.has(id));
  if (isLive && out !== undefined) return refuse({ code: 'subject-out' });
  if (isLive && subjects.length !== 1) return refuse({ code: 'agenda-invalid' });
  if (subjects.length === 0) return refuse({ code: 'nothing-to-score' });
  const sheet = newestVersion(meeting.sheets, item.sheet);
  const scheme = meeting.schemes.at(-1);
  if (!sheet || !scheme) return refuse({ code: 'unknown-sheet' });
  if (subjects.every((subject) => owing(meeting, subject).length === 0))
    return refuse({ code: 'nobody-present' });
  const events: MeetingEvent[] = [
    {
      type: 'RoundOpened',
      round: roundIdOf(item.id),
      item: item.id,
      kind: item.round,
      secrecy: 'named',
      disclosure: item.disclosure,
      subjects,
      sheet: { id: sheet.id, version: sheet.version },
      scheme: { id: scheme.id, version: scheme.version },
      attempt,
      ...(reason === undefined ? {} : { reason }),
    },
  ];
  // Nobody is scored in two rounds: who is on stage now is out of the written one, and what it was given there is kept.
  if (isLive) events.unshift(...leaveWritten(meeting, new Set(subjects), ''));
  if (item.seconds > 0)
    events.push({
      type: 'CountdownSet',
      countdown: running(item.id, item.seconds, now + item.seconds * 1000),
    });
  return accept(events);
}

function closedRound(
  meeting: Meeting,
  id: Round['id'],
): { readonly ok: true; readonly attempt: number } | Extract<Decision, { readonly ok: false }> {
  const round = meeting.rounds.get(id);
  if (!round) return { ok: false, refusal: { code: 'round-not-closed' } };
  const attempt = lastAttempt(round);
  if (attempt.phase === 'revealed') return { ok: false, refusal: { code: 'already-revealed' } };
  if (attempt.phase === 'open') return { ok: false, refusal: { code: 'round-not-closed' } };
  return { ok: true, attempt: attempt.n };
}
