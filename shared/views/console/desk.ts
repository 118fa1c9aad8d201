// The desk: everyone of the pool and how they stand, the reserve, paper ballots that wait. Never a score (R6).
import { subjectsOf } from '../../meeting/agenda/participation.ts';
import { formsOf } from '../../meeting/forms.ts';
import { lastAttempt, openRounds } from '../../meeting/rounds.ts';
import { isOvertaken } from '../../meeting/papers.ts';
import { absentPlan, drawnBy, nextOf, reservesOf, type Reserve } from '../../meeting/reserve.ts';
import { seatOfHolder } from '../../meeting/holders.ts';
import {
  idIn,
  reviewerKey,
  subjectHolder,
  subjectKey,
  type HolderKey,
  type Reviewer,
  type Seat,
} from '../../meeting/people.ts';
import type { ReviewerId, SubjectId } from '../../ids.ts';
import type { Meeting } from '../../meeting/state.ts';
import { named, shownName } from '../named.ts';
import { mapped, type Steps } from '../../steps.ts';
import {
  NOTHING_OUTSIDE,
  perMeeting,
  stepsPerMeeting,
  type Backstage,
  type Seen,
} from '../seen.ts';
import { paperForms } from './paper-forms.ts';
import type {
  AddressSlice,
  DeskSlice,
  PaperRow,
  PersonRow,
  UnitRow,
} from '../slices/desk-slices.ts';

export const personRows = stepsPerMeeting(function* (seen): Steps<readonly PersonRow[]> {
  const { meeting } = seen;
  const reserves = reservesOf(meeting);
  const places = reservePlaces(reserves);
  const sitting = new Map<string, Seat>();
  const replaced = new Set<string>();
  for (const seat of meeting.seats.values())
    if (seat.holder.kind === 'reviewer')
      if (seat.gone === 'replaced') replaced.add(seat.holder.id);
      else sitting.set(seat.holder.id, seat);
  const reviewers = yield* mapped([...meeting.pool.values()], (reviewer): PersonRow => {
    const seat = sitting.get(reviewer.id);
    const ticket = meeting.tickets.get(reviewerKey(reviewer.id));
    const printedFor = ticket?.holds.printedFor ?? reviewerKey(reviewer.id);
    return {
      reviewer: reviewer.id,
      seat: seat?.id ?? null,
      ...named(seen, 'reviewer', reviewer.id),
      group: reviewer.group,
      present: seat?.present ?? false,
      standing: seat ? standingOf(seat) : replaced.has(reviewer.id) ? 'replaced' : 'pool',
      arrived: meeting.arrived.has(reviewerKey(reviewer.id)),
      ...(seat ? filledFrom(meeting, reserves, reviewer) : (places.get(reviewer.id) ?? NOWHERE)),
      ticket: ticketOf(meeting, reviewerKey(reviewer.id)),
      holdsSheetOf:
        printedFor === reviewerKey(reviewer.id) ? null : (idIn(printedFor) as ReviewerId),
      claim: seat?.claim ?? 0,
      recusals: reviewer.recusals,
    };
  });
  const units = [...meeting.seats.values()].flatMap((seat): readonly PersonRow[] =>
    seat.holder.kind === 'subject' && seat.gone !== 'replaced'
      ? [
          {
            reviewer: null,
            seat: seat.id,
            ...named(seen, 'subject', seat.holder.id),
            group: seat.group,
            present: seat.present,
            standing: standingOf(seat),
            arrived: false,
            place: null,
            reserve: null,
            ticket: ticketOf(meeting, subjectKey(seat.holder.id)),
            holdsSheetOf: null,
            claim: seat.claim,
            recusals: [seat.holder.id],
          },
        ]
      : [],
  );
  return [...reviewers, ...units];
});

export function deskSlice(seen: Seen, backstage: Backstage): DeskSlice {
  const { units, reserves, plan, open, forms } = house(seen);
  return { units, reserves, plan, open, forms, papers: paperRows(seen, backstage) };
}

const house = perMeeting(({ meeting }): Omit<DeskSlice, 'papers'> => ({
  units: unitRows(meeting),
  reserves: reservesOf(meeting).map(({ draw, group, ids, line }) => {
    const { chosen: next, skipped } = nextOf(meeting, line);
    const shared = next === null ? [] : (meeting.pool.get(next)?.recusals ?? []);
    return {
      ...{ draw, group },
      left: ids.length,
      here: ids.filter((id) => meeting.arrived.has(reviewerKey(id))).length,
      next,
      skipped,
      conflicts: shared.map((subject) => {
        const other = nextOf(meeting, line, subject);
        return { subject, next: other.chosen, skipped: other.skipped };
      }),
    };
  }),
  plan: absentPlan(meeting),
  open: openRounds(meeting).map((round) => ({
    round: round.id,
    item: round.item,
    attempt: lastAttempt(round).n,
    subjects: subjectsOf(meeting, round),
    ...formsOf(meeting, round, subjectsOf(meeting, round)),
  })),
  forms: paperForms(meeting),
}));

function unitRows(meeting: Meeting): readonly UnitRow[] {
  return [...meeting.subjects.keys()].flatMap((unit): readonly UnitRow[] => {
    const key = subjectKey(unit);
    const ticket = meeting.tickets.get(key);
    if (meeting.out.has(unit) && !ticket) return [];
    const seat = seatOfHolder(meeting, subjectHolder(unit));
    const printedFor = ticket?.holds.printedFor ?? key;
    return [
      {
        unit,
        seat: seat?.id ?? null,
        group: seat?.group ?? null,
        standing: seat ? standingOf(seat) : 'none',
        ticket: ticketOf(meeting, key),
        holdsSheetOf: printedFor === key ? null : (idIn(printedFor) as SubjectId),
        claim: seat?.claim ?? 0,
      },
    ];
  });
}

function ticketOf({ tickets }: Meeting, key: HolderKey): PersonRow['ticket'] {
  const ticket = tickets.get(key);
  return ticket === undefined ? 'none' : ticket.revoked ? 'revoked' : 'issued';
}

export function addressSlice(
  { meeting }: Seen,
  { outside = NOTHING_OUTSIDE }: Backstage,
): AddressSlice {
  const { now, lan = [], standing } = outside.address;
  const address = meeting.printedAddress;
  const printed = standing === 'same' || standing === 'reachable' || standing === 'gone';
  return {
    publicUrl: now,
    lanUrls: lan,
    printed: address === null || !printed ? null : { address, standing },
  };
}

/** What waits for a round that is over can no longer count, and is not shown. */
function paperRows(seen: Seen, backstage: Backstage): readonly PaperRow[] {
  const { meeting, box } = seen;
  const taking = new Set(
    openRounds(meeting).map((round) => `${round.id}/${String(lastAttempt(round).n)}`),
  );
  return [...meeting.papers.values()].flatMap((paper): readonly PaperRow[] => {
    const { id, seat, round, attempt, subject, by, phase } = paper;
    const holder = meeting.seats.get(seat)?.holder;
    if (phase !== 'entered' || !holder || !taking.has(`${round}/${String(attempt)}`)) return [];
    const name = shownName(seen, holder.kind, holder.id);
    const overtaken = isOvertaken(box, paper);
    const byName = backstage.staffName(by);
    return [{ paper: id, seat, name, round, subject, by, byName, overtaken }];
  });
}

interface Place {
  readonly place: number;
  readonly reserve: number;
}

const NOWHERE = { place: null, reserve: null };

function reservePlaces(reserves: readonly Reserve[]): ReadonlyMap<string, Place> {
  return new Map(
    reserves.flatMap(({ ids }, reserve) =>
      ids.map((id, n): readonly [string, Place] => [id, { place: n + 1, reserve }]),
    ),
  );
}

/** The reserve from which this seat's holder would be replaced. */
function filledFrom(meeting: Meeting, reserves: readonly Reserve[], { id }: Reviewer) {
  const origin = drawnBy(meeting, id);
  const reserve = reserves.findIndex(
    ({ draw, cell }) => draw === origin?.draw && cell === origin.cell,
  );
  return { place: null, reserve: reserve < 0 ? null : reserve };
}

function standingOf({ present, gone }: Seat): 'absent' | 'present' | 'left' {
  return present ? 'present' : gone === 'left' ? 'left' : 'absent';
}
