// A panel member's phone: what all phones share, and what one seat knows of itself. Never another seat's scores (R6).
import { receiptCode } from '../ballots/ballot.ts';
import type { KeptBallot } from '../ballots/box-index.ts';
import type { SeatId } from '../ids.ts';
import { groupOf, lastAttempt, openRounds, sheetOf } from '../meeting/lookup.ts';
import type { Meeting } from '../meeting/state.ts';
import { nameOf } from '../meeting/world.ts';
import { toDecimal } from '../scoring/rational.ts';
import { ballotTotal } from '../scoring/sheet.ts';
import type { Receipt } from '../protocol.ts';
import { countdownOf, meetingCard, ordinalOf, perMeeting, subjectCard, type Seen } from './seen.ts';
import type { MeSlice, PanelStageSlice, ViewFor } from './slices.ts';
import { stageBody } from './stage.ts';

export const panelStage = perMeeting((seen): ViewFor<'panel', PanelStageSlice> => {
  const { meeting } = seen;
  return {
    meeting: meetingCard(meeting),
    body: stageBody(seen),
    open: openRounds(meeting).map((round) => {
      const [subject] = round.subjects;
      return {
        round: round.id,
        attempt: lastAttempt(round).n,
        subjects: round.subjects.map((id) => subjectCard(seen, id)),
        sheet: sheetOf(meeting, round),
        countdown: countdownOf(meeting, round.item),
        ordinal: subject === undefined ? null : ordinalOf(meeting, subject),
        disclosure: round.disclosure,
      };
    }),
  };
});

/** null for a seat that does not exist. */
export function meSlice(seen: Seen, id: SeatId): ViewFor<'panel', MeSlice> | null {
  const { meeting, directory, box } = seen;
  const seat = meeting.seats.get(id);
  if (!seat) return null;
  const kind = seat.holder.kind === 'reviewer' ? 'reviewer' : 'subject';
  const reviewer = seat.holder.kind === 'reviewer' ? meeting.pool.get(seat.holder.id) : undefined;
  const ballots = [...meeting.rounds.values()].flatMap((round) => {
    const attempt = lastAttempt(round).n;
    return round.subjects.flatMap((subject) => {
      const kept = box.newest({ round: round.id, attempt, subject, seat: id });
      if (!kept) return [];
      const { rev, total, code } = receiptOf(meeting, kept);
      const { choice } = kept.ballot;
      return [
        {
          round: round.id,
          attempt,
          subject: subjectCard(seen, subject),
          rev,
          choice,
          total,
          code,
        },
      ];
    });
  });
  return {
    seat: id,
    claim: seat.claim,
    name: nameOf(directory, kind, seat.holder.id),
    group: groupOf(meeting, seat).name,
    recusals: reviewer?.recusals ?? [],
    ballots,
  };
}

/** What the phone is told when its ballot counts. */
export function receiptOf(meeting: Meeting, { ballot, hash }: KeptBallot): Receipt {
  const round = meeting.rounds.get(ballot.round);
  if (!round) throw new Error(`ballot of no round: ${ballot.round}`);
  const { attempt, subject, rev, choice } = ballot;
  // A ballot sent again may be of an earlier attempt, which had its own sheet.
  const opened = round.attempts.find(({ n }) => n === attempt) ?? lastAttempt(round);
  return {
    round: round.id,
    attempt,
    subject,
    rev,
    total:
      choice.kind === 'scores'
        ? toDecimal(ballotTotal(sheetOf(meeting, opened), choice.scores), 2)
        : null,
    code: receiptCode(hash),
  };
}
