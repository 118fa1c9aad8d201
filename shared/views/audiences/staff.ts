// Staff: who is here, who owes, what was done and what comes next. Of scores no more than the hall sees (R6).
import { leftOut, subjectsOf } from '../../meeting/agenda/participation.ts';
import { isRemovable, subjectOf } from '../../meeting/agenda/turn.ts';
import { isUsed } from '../../meeting/agenda/items.ts';
import { lastAttempt, openWritten, roundOfItem } from '../../meeting/rounds.ts';
import { isExpected } from '../../meeting/forms.ts';
import { kindOf } from '../../meeting/agenda/kinds.ts';
import type { Item } from '../../meeting/agenda/item.ts';
import type { Round } from '../../meeting/round.ts';
import { SEALED_POOLS } from '../../meeting/draws/sealed-kinds.ts';
import { newestSeal } from '../../meeting/draws/seals.ts';
import { isAwaited } from '../../meeting/results.ts';
import type { Meeting } from '../../meeting/state.ts';
import { backStep, leavesVoid, nextStep } from '../console/next-step.ts';
import { actRow } from '../console/acts.ts';
import { deskSlice, addressSlice, personRows } from '../console/desk.ts';
import { beaconControl } from '../draws/beacon-control.ts';
import { diceControl } from '../draws/dice-control.ts';
import { keptSaltView } from '../draws/kept-salt.ts';
import { phonesSlice } from '../console/phones.ts';
import { progressSlice } from '../numbers/progress.ts';
import { readiness } from '../console/readiness.ts';
import { boardSlice } from '../numbers/board.ts';
import { ROWS_A_STEP, type Steps } from '../../steps.ts';
import { namesReady } from '../named.ts';
import { NOTHING_OUTSIDE, perMeeting, shownSubject, type Backstage, type Seen } from '../seen.ts';
import type { ViewFor } from './audiences.ts';
import type { SeatShare, TurnoutSlice } from '../slices/desk-slices.ts';
import type { AgendaRow } from '../slices/agenda-row.ts';
import type { SetupSlice, StaffView, StaffWritten } from '../slices/staff-slices.ts';
import type { StageSlice } from '../slices/stage-slices.ts';
import { viewOf } from '../kinds.ts';
import { spreadSlice } from '../numbers/spread.ts';
import { bodyFor, stageSlice } from '../stage.ts';
import { tallySlice } from '../numbers/tally.ts';
import { plannedSeats } from '../console/planned-seats.ts';
import { rareSlice, shownAttributes } from '../console/shown-attributes.ts';
import { shortGroups } from '../console/short-groups.ts';
import { undoStep } from '../console/undo-step.ts';
import { seatShares, writtenSlice } from '../numbers/written.ts';

/** Builds in steps what takes long where thousands are on the lists; {@link staffView} finds it there. */
export function* staffReady(seen: Seen): Steps<void> {
  const { pool, subjects } = seen.meeting;
  if (pool.size + subjects.size <= ROWS_A_STEP) return;
  yield* namesReady(seen);
  yield;
  yield* personRows.inSteps(seen);
  yield;
  setupSlice(seen);
  agendaRows(seen);
  yield;
  shownSubjects(seen);
  yield;
}

export function staffView(seen: Seen, backstage: Backstage): ViewFor<'staff', StaffView> {
  const { meeting } = seen;
  const agenda = agendaRows(seen);
  return {
    control: {
      stage: staffStage(seen),
      next: nextStep(seen, agenda),
      salt: keptSaltView(seen, backstage),
      dice: diceControl(seen),
      beacon: beaconControl(seen, backstage.outside ?? NOTHING_OUTSIDE),
      undo: undoStep(seen, agenda),
      expects: {
        stage: { item: meeting.current, touched: meeting.touched.stage },
        roster: { item: meeting.current, touched: meeting.touched.roster },
        results: { item: meeting.current, touched: meeting.touched.results },
      },
      back: backStep(meeting),
      voids: leavesVoid(meeting),
    },
    agenda,
    setup: setupSlice(seen),
    people: personRows(seen),
    desk: deskSlice(seen, backstage),
    addresses: addressSlice(seen, backstage),
    subjects: shownSubjects(seen),
    turnout: turnoutSlice(seen, backstage),
    progress: progressSlice(seen),
    written: staffWritten(seen),
    tally: tallySlice(seen),
    board: boardSlice(seen),
    spread: spreadSlice(seen),
    readiness: readiness(seen, backstage.outside ?? NOTHING_OUTSIDE),
    phones: phonesSlice(seen, backstage),
    file: backstage.file ?? { phase: 'sound' },
    log: {
      acts: backstage.recent.map((recorded) => actRow(seen, backstage, recorded)),
      events: meeting.seq,
      head: backstage.head,
    },
  };
}

const staffStage = perMeeting((seen): StageSlice => ({
  ...stageSlice(seen),
  body: bodyFor('staff', seen),
}));

function staffWritten(seen: Seen): readonly StaffWritten[] {
  return writtenSlice(seen).map((one) => {
    const round = seen.meeting.rounds.get(one.round);
    return { ...one, short: round ? shortGroups(seen, round) : null };
  });
}

const agendaRows = perMeeting((seen): readonly AgendaRow[] => {
  const { meeting } = seen;
  const here = meeting.agenda.findIndex(({ id }) => id === meeting.current);
  return meeting.agenda.map((item, place) => {
    const subject = subjectOf(item);
    const awaited = isAwaited(meeting, item.id);
    return {
      item,
      n: place + 1,
      subject: subject === undefined ? null : shownSubject(seen, subject),
      title: viewOf(item).title(seen, item),
      state: place === here ? 'now' : stateOf(meeting, item, place < here),
      skipped: leftOut(meeting).get(item.id) ?? null,
      drawn: item.drawn !== undefined,
      used: awaited || isUsed(meeting, item),
      removable: !awaited && isRemovable(meeting, item),
    };
  });
});

function stateOf(meeting: Meeting, item: Item, passed: boolean): AgendaRow['state'] {
  const kind = kindOf(item);
  if (kind.holds(meeting, item)) return 'waiting';
  const round = roundOfItem(meeting, item.id);
  if (round && lastAttempt(round).phase !== 'revealed') return 'waiting';
  const hasResult = kind.scoring(item) ?? kind.drawing(item);
  return (hasResult ? kind.over(meeting, item) : passed) ? 'done' : 'empty';
}

const setupSlice = perMeeting((seen): SetupSlice => {
  const { meeting } = seen;
  const subjects = [...meeting.subjects.values()];
  const pool = [...meeting.pool.values()];
  const seats = [...meeting.seats.values()].filter(({ gone }) => gone !== 'replaced');
  const coming = plannedSeats(meeting);
  return {
    subjects: subjects.length,
    categories: meeting.categories.map(({ id, name, mark }) => ({
      id,
      name,
      mark,
      count: subjects.filter(({ category }) => category === id).length,
    })),
    reviewers: pool.length,
    groups: meeting.groups.map(({ id, name, weight }) => ({
      id,
      name,
      weight,
      pool: pool.filter(({ group }) => group === id).length,
      seats: seats.filter(({ group }) => group === id).length,
      units: seats.filter(({ group, holder }) => group === id && holder.kind === 'subject').length,
      planned: coming?.get(id) ?? null,
      present: seats.filter(({ group, present }) => group === id && present).length,
    })),
    attributes: shownAttributes(seen),
    rare: rareSlice(seen),
    recusals: pool.filter(({ recusals }) => recusals.length > 0).length,
    seats: seats.length,
    tickets: [...meeting.tickets.values()].filter(({ revoked }) => !revoked).length,
    sheets: meeting.sheets.filter(
      (sheet, place) => !meeting.sheets.slice(place + 1).some(({ id }) => id === sheet.id),
    ),
    scheme: meeting.schemes.at(-1) ?? null,
    seals: SEALED_POOLS.flatMap((of) => {
      const seal = newestSeal(meeting.seals, of);
      if (!seal) return [];
      const { sealed, at, pool } = seal;
      return [{ of, sealed, count: pool.pool.length, at }];
    }),
    retainUntil: meeting.retainUntil,
    erasedAt: meeting.erasedAt,
  };
});

const shownSubjects = perMeeting((seen) =>
  [...seen.meeting.subjects.keys()].map((id) => shownSubject(seen, id)),
);

function turnoutSlice({ meeting, book }: Seen, { connected }: Backstage): TurnoutSlice {
  const onStage = meeting.current === null ? undefined : roundOfItem(meeting, meeting.current);
  const round = onStage?.kind === 'live' ? onStage : undefined;
  const subject = round && subjectsOf(meeting, round)[0];
  const seats = [...meeting.seats.values()].filter(({ gone }) => gone !== 'replaced');
  return {
    round: round?.id ?? null,
    voted:
      round && subject !== undefined
        ? [...book.of(round.id, lastAttempt(round).n, subject).turnout].sort()
        : [],
    recused:
      round && subject !== undefined
        ? seats.filter((seat) => !isExpected(meeting, round, seat, subject)).map(({ id }) => id)
        : [],
    connected: [...connected].sort(),
    written: unfinishedSeats({ meeting, book }, onStage),
  };
}

/** Of the written round on stage, else of the one that is open beside it. */
function unfinishedSeats(
  { meeting, book }: Pick<Seen, 'meeting' | 'book'>,
  onStage: Round | undefined,
): readonly SeatShare[] {
  const round = onStage?.kind === 'written' ? onStage : openWritten(meeting)[0];
  if (!round) return [];
  return [...seatShares({ meeting, book }, round).values()].filter(({ done, of }) => done < of);
}
