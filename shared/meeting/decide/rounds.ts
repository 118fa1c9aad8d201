// A round's life: open, close, reveal; reopened only before its reveal, repeated after it (R13).
import type { Context, StaffCommand } from '../commands.ts';
import { boxRoot } from '../../ballots/box-index.ts';
import type { MeetingEvent } from '../events.ts';
import {
  isItem,
  itemById,
  lastAttempt,
  newestVersion,
  owing,
  roundIdOf,
  roundOfItem,
} from '../lookup.ts';
import type { ItemOf, Meeting, Round } from '../state.ts';
import { accept, refuse, type Decision, type DecidingWorld } from '../world.ts';
import { closingResults } from '../closing.ts';
import { running } from './stage.ts';

type CommandOf<T extends StaffCommand['type']> = Extract<StaffCommand, { readonly type: T }>;

/** Opens the present score item's round for the panel and starts its countdown. */
export function openRound(
  { meeting }: DecidingWorld,
  { item: id }: CommandOf<'OpenRound'>,
  context: Context,
): Decision {
  const item = itemById(meeting, id);
  if (!isItem(item, 'score')) return refuse({ code: 'unknown-item' });
  if (meeting.current !== id) return refuse({ code: 'wrong-item' });
  if (roundOfItem(meeting, id)) return refuse({ code: 'round-open' });
  return open(meeting, item, 1, undefined, context);
}

/**
 * Closes a round: freezes who was expected, writes the box's root and the results into the log (R4). A round whose
 * tally was live is revealed by its close, because nothing is left to hide.
 */
export function closeRound(
  { meeting, box }: DecidingWorld,
  { round: id }: CommandOf<'CloseRound'>,
): Decision {
  const round = meeting.rounds.get(id);
  if (!round || lastAttempt(round).phase !== 'open') return refuse({ code: 'round-not-open' });
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
      absent: [...meeting.seats.values()].filter((seat) => !seat.present).map((seat) => seat.id),
    },
  ];
  if (round.disclosure === 'live') events.push({ type: 'RoundRevealed', round: id, attempt });
  return accept(events);
}

/** Lets the panel go on, before the reveal only. */
export function reopenRound(
  { meeting }: DecidingWorld,
  { round: id, reason }: CommandOf<'ReopenRound'>,
): Decision {
  const closed = closedRound(meeting, id);
  if (!closed.ok) return closed;
  // An open round has its next step, the close, only while its item is on stage.
  if (meeting.rounds.get(id)?.item !== meeting.current) return refuse({ code: 'wrong-item' });
  if (reason.trim() === '') return refuse({ code: 'reason-missing' });
  return accept([{ type: 'RoundReopened', round: id, attempt: closed.attempt, reason }]);
}

/** Shows a closed round's result to everyone. */
export function revealRound(
  { meeting }: DecidingWorld,
  { round: id }: CommandOf<'RevealRound'>,
): Decision {
  const closed = closedRound(meeting, id);
  if (!closed.ok) return closed;
  return accept([{ type: 'RoundRevealed', round: id, attempt: closed.attempt }]);
}

/** After a reveal: a new attempt with a reason. The earlier attempt is kept and no longer counts. */
export function repeatRound(
  { meeting }: DecidingWorld,
  { round: id, reason }: CommandOf<'RepeatRound'>,
  context: Context,
): Decision {
  const round = meeting.rounds.get(id);
  if (!round || lastAttempt(round).phase !== 'revealed')
    return refuse({ code: 'round-not-closed' });
  if (reason.trim() === '') return refuse({ code: 'reason-missing' });
  const item = itemById(meeting, round.item);
  if (!isItem(item, 'score')) return refuse({ code: 'unknown-item' });
  if (meeting.current !== item.id) return refuse({ code: 'wrong-item' });
  return open(meeting, item, lastAttempt(round).n + 1, reason, context);
}

function open(
  meeting: Meeting,
  item: ItemOf<'score'>,
  attempt: number,
  reason: string | undefined,
  { now }: Context,
): Decision {
  if (item.secrecy === 'sealed') return refuse({ code: 'sealed-not-yet' });
  const sheet = newestVersion(meeting.sheets, item.sheet);
  const scheme = meeting.schemes.at(-1);
  if (!sheet || !scheme) return refuse({ code: 'unknown-sheet' });
  if (item.subjects.every((subject) => owing(meeting, subject).length === 0))
    return refuse({ code: 'nobody-present' });
  const events: MeetingEvent[] = [
    {
      type: 'RoundOpened',
      round: roundIdOf(item.id),
      item: item.id,
      kind: 'live',
      secrecy: item.secrecy,
      disclosure: item.disclosure,
      subjects: item.subjects,
      sheet: { id: sheet.id, version: sheet.version },
      scheme: { id: scheme.id, version: scheme.version },
      attempt,
      ...(reason === undefined ? {} : { reason }),
    },
  ];
  if (item.seconds > 0)
    events.push({
      type: 'CountdownSet',
      countdown: running(item, item.seconds, now + item.seconds * 1000),
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
