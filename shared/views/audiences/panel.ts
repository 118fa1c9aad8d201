// A panel member's phone: what all phones share, and what one seat knows of itself. Never another seat's scores (R6).
import { drawsPeople } from '../../meeting/draws/purposes.ts';
import { about, receiptCode } from '../../ballots/ballot.ts';
import type { KeptBallot } from '../../ballots/box-index.ts';
import type { SeatId } from '../../ids.ts';
import type { MeetingEvent } from '../../meeting/events.ts';
import { subjectsOf } from '../../meeting/agenda/participation.ts';
import { commentWords } from '../../meeting/comments.ts';
import { groupOf } from '../../meeting/holders.ts';
import { isShownOut } from '../../meeting/draws/standing.ts';
import { formFor, formsOf } from '../../meeting/forms.ts';
import { lastAttempt, openRounds, openWritten } from '../../meeting/rounds.ts';
import { isFrom } from '../../meeting/papers.ts';
import { isSame, keyOf, type Holder, type Seat } from '../../meeting/people.ts';
import { rates, takesPart } from '../../meeting/raters.ts';
import type { LimitsAtOpening, Round } from '../../meeting/round.ts';
import type { Meeting } from '../../meeting/state.ts';
import { toDecimal } from '../../scoring/rational.ts';
import { ballotTotal } from '../../scoring/check-scores.ts';
import type { Receipt } from '../../protocol.ts';
import { named } from '../named.ts';
import {
  countdownOf,
  shownMeeting,
  ordinalOf,
  perMeeting,
  shownSubject,
  type Seen,
} from '../seen.ts';
import { drawnIn } from '../draws/draws.ts';
import type { ViewFor } from './audiences.ts';
import type {
  InDraw,
  MeSlice,
  OpenRound,
  PanelStageSlice,
  ShownLimits,
} from '../slices/panel-slices.ts';
import { bodyFor } from '../stage.ts';

export const panelStage = perMeeting((seen): ViewFor<'panel', PanelStageSlice> => {
  const { meeting } = seen;
  return {
    meeting: shownMeeting(meeting),
    body: bodyFor('phone', seen),
    open: openRounds(meeting)
      .filter(({ kind }) => kind === 'live')
      .map((round) => openRound(seen, round)),
  };
});

/** Written rounds that take ballots now, each with all its subjects. */
export const panelWritten = perMeeting((seen): ViewFor<'panel', readonly OpenRound[]> =>
  openWritten(seen.meeting).map((round) => openRound(seen, round)),
);

function openRound(seen: Seen, round: Round): OpenRound {
  const { meeting } = seen;
  const about = subjectsOf(meeting, round);
  const [subject] = about;
  const { n, limits } = lastAttempt(round);
  return {
    round: round.id,
    attempt: n,
    subjects: about.map((id) => shownSubject(seen, id)),
    ...formsOf(meeting, round, limits ? [...about, ...limits.began] : about),
    limits: limits ? shownLimits(meeting, limits) : null,
    countdown: countdownOf(meeting, round.item),
    ordinal: subject === undefined || round.kind === 'written' ? null : ordinalOf(meeting, subject),
    disclosure: round.disclosure,
    ...(round.terms.who ? { ofUnits: true as const } : {}),
  };
}

function shownLimits(meeting: Meeting, { top, distinct, began }: LimitsAtOpening): ShownLimits {
  return {
    ...(top ? { top } : {}),
    ...(distinct === undefined ? {} : { distinct }),
    began: began.flatMap((id) => {
      const category = meeting.subjects.get(id)?.category;
      return category === undefined ? [] : [{ id, category }];
    }),
  };
}

/** null for a seat that does not exist. */
export function meSlice(seen: Seen, id: SeatId): ViewFor<'panel', MeSlice> | null {
  const { meeting, box } = seen;
  const seat = meeting.seats.get(id);
  if (!seat) return null;
  const reviewer = seat.holder.kind === 'reviewer' ? meeting.pool.get(seat.holder.id) : undefined;
  const papers = [...meeting.papers.values()].filter((paper) => paper.seat === id);
  const ballots = [...meeting.rounds.values()].flatMap((round) => {
    const attempt = lastAttempt(round).n;
    return subjectsOf(meeting, round).flatMap((subject) => {
      const kept = box.newest({ round: round.id, attempt, matter: about(subject), seat: id });
      if (!kept) return [];
      const { rev, total, code } = receiptOf(meeting, kept);
      const { choice } = kept.ballot;
      const paper = papers.some((one) => isFrom(one, kept.ballot));
      const comment = commentWords(seen, { round: round.id, attempt, subject, seat: id });
      return [
        {
          round: round.id,
          attempt,
          subject: shownSubject(seen, subject),
          rev,
          choice,
          total,
          code,
          ...(paper ? { paper: true as const } : {}),
          ...(comment === '' ? {} : { comment }),
        },
      ];
    });
  });
  return {
    seat: id,
    claim: seat.claim,
    left: seat.gone === 'left',
    groupId: seat.group,
    ...named(seen, seat.holder.kind, seat.holder.id),
    ...inDraws(meeting, seat.holder, groupOf(meeting, seat).name),
    recusals: seat.holder.kind === 'subject' ? [seat.holder.id] : (reviewer?.recusals ?? []),
    ...(seat.holder.kind === 'subject' ? { rates: ratedNow(meeting, seat) } : {}),
    ballots,
  };
}

/** With what left such a round since it opened: what a seat may give is counted over that as well. */
function ratedNow(meeting: Meeting, seat: Seat): NonNullable<MeSlice['rates']> {
  return openRounds(meeting)
    .filter(({ terms }) => takesPart(terms, seat))
    .map((round) => {
      const began = lastAttempt(round).limits?.began ?? [];
      const about = new Set([...subjectsOf(meeting, round), ...began]);
      const subjects = [...about].filter((id) => rates(meeting, round.terms, seat, id));
      return { round: round.id, subjects };
    });
}

/** @param group the name of theirs */
export function inDraws(meeting: Meeting, holder: Holder, group: string): InDraw {
  const drawn = holder.kind === 'reviewer' ? drawnIn(meeting, holder.id) : [];
  return {
    holder: keyOf(holder),
    group,
    words: meeting.draws.flatMap((draw) =>
      draw.words.some((one) => isSame(one.holder, holder)) ? [draw.id] : [],
    ),
    drawn,
    takes: meeting.draws.flatMap((draw) => {
      const said =
        draw.phase === 'determined' && holder.kind === 'reviewer' && draw.taken.has(holder.id);
      return said && drawn.includes(draw.id) ? [draw.id] : [];
    }),
  };
}

/** Whose own slice an event changes; a ballot's sender has the receipt. */
export function seatsConcerned(meeting: Meeting, event: MeetingEvent): readonly SeatId[] {
  switch (event.type) {
    case 'WordSent':
      return heldBy(meeting, [event.holder.id]);
    case 'SeatLeft':
    case 'SeatCheckedIn':
    case 'CheckInUndone':
      return [event.seat];
    case 'AgendaSet':
    case 'ItemsInserted':
    case 'ItemsRemoved':
    case 'ItemChanged':
    case 'ItemSkipped':
    case 'ItemRestored':
    case 'SubjectRestored':
    case 'RoundOpened':
    case 'RoundCancelled':
    case 'RoundReopened':
    case 'RoundSubjectsSet':
    case 'ActTakenBack':
      // What left a written round counts no longer, and what came back counts again.
      return inOpenLists(meeting);
    case 'SubjectWithdrawn':
    case 'SubjectsCombined': {
      const gone = event.type === 'SubjectWithdrawn' ? event.subject : event.from;
      return [...new Set([...inOpenLists(meeting), ...heldBy(meeting, [gone])])];
    }
    case 'PaperConfirmed': {
      const paper = meeting.papers.get(event.paper);
      return paper ? [paper.seat] : [];
    }
    case 'CommentWritten':
      // Its sender's other pages.
      return [...meeting.comments.values()].flatMap(({ id, seat }) =>
        id === event.comment ? [seat] : [],
      );
    case 'RecusalDeclared':
      return heldBy(meeting, [event.reviewer]);
    case 'QuestionTaken':
      return heldBy(meeting, [event.by]);
    case 'DrawnReplaced':
      return heldBy(meeting, [event.out, event.in]);
    case 'NamesShown': {
      const draw = meeting.draws.find(({ id }) => id === event.draw);
      return draw && isShownOut(draw) && drawsPeople(draw.purpose)
        ? heldBy(meeting, draw.order)
        : [];
    }
    default:
      return [];
  }
}

/** Seats whose list of what they rate an event may have changed. */
function inOpenLists(meeting: Meeting): readonly SeatId[] {
  if (openWritten(meeting).length > 0) return [...meeting.seats.keys()];
  const ofUnits = openRounds(meeting).filter(({ terms }) => terms.who);
  return [...meeting.seats.values()].flatMap((seat) =>
    ofUnits.some(({ terms }) => takesPart(terms, seat)) ? [seat.id] : [],
  );
}

function heldBy({ seats }: Meeting, holders: readonly string[]): readonly SeatId[] {
  return [...seats.values()]
    .filter(({ holder }) => holders.includes(holder.id))
    .map(({ id }) => id);
}

/** What the phone is told when its ballot counts. */
export function receiptOf(meeting: Meeting, { ballot, hash }: KeptBallot): Receipt {
  const round = meeting.rounds.get(ballot.round);
  if (!round) throw new Error(`ballot of no round: ${ballot.round}`);
  const { attempt, matter, rev, choice } = ballot;
  if (matter.kind !== 'subject') throw new Error('a ballot over a list, which no round takes');
  // A ballot sent again may be of an earlier attempt, which had its own sheet.
  const opened = round.attempts.find(({ n }) => n === attempt) ?? lastAttempt(round);
  const seat = ballot.seat === null ? undefined : meeting.seats.get(ballot.seat);
  const form = seat && formFor(meeting, opened, seat, matter.id);
  return {
    round: round.id,
    attempt,
    subject: matter.id,
    rev,
    total: form && choice.kind === 'scores' ? toDecimal(ballotTotal(form, choice.scores), 2) : null,
    code: receiptCode(hash),
  };
}
