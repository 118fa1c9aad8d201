// A round's life: open, close, its groups, reveal; reopened only before the first group is shown, repeated after the reveal (R13).
import type { Context, ServerCommandOf } from '../commands.ts';
import { boxRoot } from '../../ballots/box-index.ts';
import type { MeetingEvent } from '../events.ts';
import { inRosterOrder } from '../subjects.ts';
import { lastAttempt, roundIdOf, roundOfItem, schemeOf } from '../rounds.ts';
import { keptOut, leftOut, subjectsAhead, subjectsOf } from '../agenda/participation.ts';
import { formsOf, owing } from '../forms.ts';
import { takesPart } from '../raters.ts';
import { noLiveAhead } from '../live-rounds.ts';
import { waitingPapers } from '../papers.ts';
import { scoringOf } from '../agenda/turn.ts';
import type { Scoring } from '../agenda/kind.ts';
import type { OpenedGroups, Round } from '../round.ts';
import type { Meeting } from '../state.ts';
import { accept, refuse, type Decision, type DecidingWorld } from '../world.ts';
import { bytesToHex } from '@noble/hashes/utils.js';
import { closingOf } from '../closing.ts';
import {
  readResults,
  resultsCommitment,
  resultsName,
  resultsText,
  type OpenResults,
} from '../committed-results.ts';
import { openingOf, opensGroups } from '../opening.ts';
import { reopenedRound } from '../evolve/rounds.ts';
import { termsAhead } from '../round-rules.ts';
import { running } from './stage.ts';
import type { roundsCommands } from '../commands/rounds.ts';
import type { Deciders, ServerContext } from './decider.ts';

export const roundsDeciders = {
  /** Opens the present item's round for the panel and starts its countdown; a written round has none. */
  OpenRound: ({ meeting }, { item: id }, context) => {
    const item = scoringOf(meeting, id);
    if (!item) return refuse({ code: 'unknown-item' });
    if (meeting.current !== id) return refuse({ code: 'wrong-item' });
    if (leftOut(meeting).has(id)) return refuse({ code: 'item-skipped' });
    if (roundOfItem(meeting, id)) return refuse({ code: 'round-open' });
    return open(meeting, item, 1, undefined, context);
  },

  /**
   * Changes what an open written round is about. Ballots for a subject that leaves are kept and no longer count (R13).
   * Refused as `subject-scored` where another round is or was about one of them: its score is not overwritten by this.
   */
  SetRoundSubjects: ({ meeting }, { round: id, subjects, reason }) => {
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
    const before = subjectsOf(meeting, round);
    if (subjects.length === before.length && subjects.every((one) => before.includes(one)))
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
  },

  /**
   * Closes a round: freezes who was expected, writes the box's root and a commitment of the results into the log (R4);
   * what it commits to waits among the secrets, also of a round whose total was shown live. Refused as `papers-waiting` while more paper ballots wait for the second person than whoever
   * closes said to leave out.
   */
  CloseRound: (
    { meeting, box },
    { round: id, papers = 0 },
    { random }: Pick<Context, 'random'>,
  ) => {
    const round = meeting.rounds.get(id);
    if (!round || lastAttempt(round).phase !== 'open') return refuse({ code: 'round-not-open' });
    const waiting = waitingPapers(meeting, box, round).length;
    if (waiting > papers) return refuse({ code: 'papers-waiting', n: waiting });
    const attempt = lastAttempt(round).n;
    const { root, ballots } = boxRoot(box, id, attempt);
    const { turnout, results } = closingOf(meeting, box, round);
    const open = { results, salt: bytesToHex(random.subarray(0, 16)) };
    const absent = [...meeting.seats.values()].flatMap((seat) =>
      seat.present || seat.gone === 'replaced' || !takesPart(round.terms, seat) ? [] : [seat.id],
    );
    const closed: MeetingEvent = {
      type: 'RoundClosed',
      ...{ round: id, attempt, root, ballots },
      turnout: turnout.map(({ missing, recused, ...counts }) => ({
        ...counts,
        missing: missing.length,
        recused: recused.length,
      })),
      absent: absent.length,
      seats: {
        subjects: turnout.map(({ missing, recused }) => ({ missing, recused })),
        absent,
      },
      commitment: resultsCommitment(open),
    };
    return accept(
      [closed],
      [{ kind: 'secret', name: resultsName(id, attempt), value: resultsText(open) }],
    );
  },

  /** Lets the panel go on, before anything of the result is open. */
  ReopenRound: ({ meeting }, { round: id, reason }) => {
    const closed = closedRound(meeting, id);
    if (!closed.ok) return closed;
    if (closed.opened) return refuse({ code: 'groups-open' });
    // An open round has its next step, the close, only while its item is on stage.
    const round = meeting.rounds.get(id);
    if (round?.item !== meeting.current) return refuse({ code: 'wrong-item' });
    // What was cast is nobody's any more, and would not count.
    if (meeting.erasedAt !== null) return refuse({ code: 'already-erased' });
    if (reason.trim() === '') return refuse({ code: 'reason-missing' });
    const { attempt } = closed;
    const reopened: MeetingEvent = { type: 'RoundReopened', round: id, attempt, reason };
    if (round.kind === 'live' && subjectsOf(meeting, round).some((one) => meeting.out.has(one)))
      return refuse({ code: 'subject-out' });
    const after = reopenedRound(meeting, id, attempt);
    const again = after.rounds.get(id);
    if (!again || subjectsOf(after, again).length === 0)
      return refuse({ code: 'nothing-to-score' });
    return accept([reopened]);
  },

  /**
   * Opens the groups of a closed round's result up to the `shown`th, or as many as open at all. Where none may be shown this
   * is the reveal: before the first key nobody can be told which way it goes, since it hangs on what is in the ballots (R6).
   */
  ShowGroups: (world, { round: id, shown }) => {
    const closed = closedRound(world.meeting, id);
    if (!closed.ok) return closed;
    const { round, attempt, opened } = closed;
    const before = opened?.open.length ?? 0;
    if (shown <= before || opened?.ahead.length === 0) return refuse({ code: 'group-shown' });
    const open = keptResults(world, id, attempt);
    if (!opensGroups(round)) return accept([revealOf(round, open)]);
    const rules = schemeOf(world.meeting, round);
    const opening = openingOf(open.results, rules, { before, shown });
    return accept([
      opening.groups.length === 0
        ? revealOf(round, open)
        : { type: 'GroupsShown', round: id, attempt, ...opening },
    ]);
  },

  /** Opens what a closed round's close committed to: of one unit its result, whichever groups are open; of a batch turnout and spread. */
  RevealRound: (world, { round: id }) => {
    const closed = closedRound(world.meeting, id);
    if (!closed.ok) return closed;
    const { round, attempt } = closed;
    return accept([revealOf(round, keptResults(world, id, attempt))]);
  },

  /** After a reveal: a new attempt with a reason. The earlier attempt is kept and no longer counts. */
  RepeatRound: ({ meeting }, { round: id, reason }, context) => {
    const round = meeting.rounds.get(id);
    if (!round || lastAttempt(round).phase !== 'revealed')
      return refuse({ code: 'round-not-closed' });
    if (reason.trim() === '') return refuse({ code: 'reason-missing' });
    const item = scoringOf(meeting, round.item);
    if (!item) return refuse({ code: 'unknown-item' });
    if (meeting.current !== item.id) return refuse({ code: 'wrong-item' });
    return open(meeting, item, lastAttempt(round).n + 1, reason, context);
  },
} satisfies Deciders<typeof roundsCommands>;

/**
 * Closes a round whose item says that it closes by itself, once its countdown stands at zero. It waits for paper
 * ballots that a second person has still to confirm: whoever votes on paper loses no ballot to the clock.
 */
export function closeAtZero(
  world: DecidingWorld,
  { round: id, attempt }: ServerCommandOf<'CloseAtZero'>,
  { now, random }: ServerContext,
): Decision {
  const { meeting } = world;
  const round = meeting.rounds.get(id);
  if (!round || lastAttempt(round).n !== attempt || !closesItself(meeting, round))
    return refuse({ code: 'round-not-open' });
  const { countdown } = meeting;
  const isOver =
    countdown?.item === round.item && countdown.phase === 'running' && countdown.endsAt <= now;
  return isOver
    ? roundsDeciders.CloseRound(world, { type: 'CloseRound', round: id }, { random })
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
  if (meeting.erasedAt !== null) return refuse({ code: 'already-erased' });
  const isLive = item.round === 'live';
  if (item.secrecy === 'sealed') return refuse({ code: 'sealed-not-yet' });
  const subjects = subjectsAhead(meeting, item);
  const out = subjects.find((id) => meeting.out.has(id));
  if (isLive && out !== undefined) return refuse({ code: 'subject-out' });
  if (isLive && subjects.length !== 1) return refuse({ code: 'agenda-invalid' });
  if (subjects.length === 0) return refuse({ code: 'nothing-to-score' });
  const ahead = termsAhead(meeting, item, subjects);
  if (!ahead.ok) return ahead;
  const { terms } = ahead;
  if (formsOf(meeting, { terms }, subjects).of.length === 0)
    return refuse({ code: 'nobody-scores' });
  if (subjects.every((subject) => owing(meeting, { terms }, subject).length === 0))
    return refuse({ code: 'nobody-present' });
  const events: MeetingEvent[] = [
    {
      type: 'RoundOpened',
      round: roundIdOf(item.id),
      item: item.id,
      kind: item.round,
      secrecy: 'named',
      // What cannot be shown live is hidden until its reveal; the next step has said so (R6).
      disclosure: noLiveAhead(meeting, item, terms) ? 'hidden' : item.disclosure,
      ...terms,
      ...(item.limits ? { limits: item.limits } : {}),
      attempt,
      ...(reason === undefined ? {} : { reason }),
    },
  ];
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
):
  | {
      readonly ok: true;
      readonly round: Round;
      readonly attempt: number;
      readonly opened: OpenedGroups | null;
    }
  | Extract<Decision, { readonly ok: false }> {
  const round = meeting.rounds.get(id);
  if (!round) return { ok: false, refusal: { code: 'round-not-closed' } };
  const attempt = lastAttempt(round);
  if (attempt.phase === 'revealed') return { ok: false, refusal: { code: 'already-revealed' } };
  if (attempt.phase === 'open') return { ok: false, refusal: { code: 'round-not-closed' } };
  return { ok: true, round, attempt: attempt.n, opened: attempt.opened };
}

/** The board shows who has which score, and how far it is from the next: a list of a batch beforehand would take that away. */
function revealOf(round: Round, open: OpenResults): MeetingEvent {
  const { n: attempt } = lastAttempt(round);
  const byBoard = round.kind === 'written' ? ({ byBoard: true } as const) : {};
  return { type: 'RoundRevealed', round: round.id, attempt, ...open, ...byBoard };
}

/** What the close of this attempt has committed to. */
function keptResults({ secrets }: DecidingWorld, id: Round['id'], attempt: number): OpenResults {
  const kept = secrets.get(resultsName(id, attempt));
  if (kept === undefined) throw new Error(`the results of ${id} are not among the secrets`);
  return readResults(kept);
}
