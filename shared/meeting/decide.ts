// The one way into the rules: a command and the world in, events or a refusal out (R1, R10).
import type { Instant } from '../instant.ts';
import type { Holders } from './commands/command.ts';
import type { SERVER_COMMANDS } from './commands/server.ts';
import { SEAT_COMMANDS } from './commands/seats.ts';
import {
  areaOf,
  expectationOf,
  type Context,
  type Expectation,
  type SeatCommand,
  type ServerCommand,
  type StaffCommand,
  type STAFF_COMMANDS,
} from './commands.ts';
import { agendaDeciders } from './decide/agenda.ts';
import { castBallot } from './decide/ballots.ts';
import { beaconDeciders, takeBeacon, voidPassed } from './decide/beacon.ts';
import { commentsDeciders, writeComment } from './decide/comments.ts';
import { raiseEpoch } from './decide/create.ts';
import type { Deciders, HolderDeciders, ServerContext, ServerDeciders } from './decide/decider.ts';
import { arrive, deskDeciders } from './decide/desk.ts';
import { diceDeciders } from './decide/dice.ts';
import { drawsDeciders, showDueName } from './decide/draws.ts';
import { keepLots, lotsDeciders, numberLots } from './decide/lots.ts';
import { sendWord } from './decide/words.ts';
import { saltDeciders } from './decide/kept-salt.ts';
import { papersDeciders } from './decide/papers.ts';
import { answerDraw } from './decide/questions.ts';
import { phonesGone, rehearsalDeciders } from './decide/rehearsal.ts';
import { rosterDeciders } from './decide/roster.ts';
import { resultDeciders } from './decide/result.ts';
import { closeAtZero, roundsDeciders } from './decide/rounds.ts';
import { claimSeat, holderNow, releaseSeat, seatsDeciders } from './decide/seats.ts';
import { eraseWithMeeting, setupDeciders } from './decide/setup.ts';
import { stageDeciders } from './decide/stage.ts';
import { standInDeciders } from './decide/stand-ins.ts';
import { subjectsDeciders } from './decide/subjects.ts';
import { finished, type Steps } from '../steps.ts';
import { arrivedLately } from './holders.ts';
import { barred } from './rights.ts';
import type { Meeting } from './state.ts';
import { refuse, type DecidingWorld, type Decision } from './world.ts';

const STAFF_DECIDERS = {
  ...rosterDeciders,
  ...setupDeciders,
  ...agendaDeciders,
  ...subjectsDeciders,
  ...seatsDeciders,
  ...deskDeciders,
  ...papersDeciders,
  ...stageDeciders,
  ...drawsDeciders,
  ...lotsDeciders,
  ...diceDeciders,
  ...beaconDeciders,
  ...saltDeciders,
  ...standInDeciders,
  ...roundsDeciders,
  ...commentsDeciders,
  ...resultDeciders,
  ...rehearsalDeciders,
} satisfies Deciders<typeof STAFF_COMMANDS>;

const SEAT_DECIDERS = {
  ClaimSeat: claimSeat,
  Arrive: arrive,
  ReleaseSeat: releaseSeat,
  SendWord: sendWord,
  AnswerDraw: answerDraw,
  CastBallot: castBallot,
  WriteComment: writeComment,
} satisfies HolderDeciders<typeof SEAT_COMMANDS>;

const SERVER_DECIDERS = {
  RaiseEpoch: raiseEpoch,
  EraseWithMeeting: eraseWithMeeting,
  CloseAtZero: closeAtZero,
  PhonesGone: phonesGone,
  TakeBeacon: takeBeacon,
  VoidPassed: voidPassed,
  ShowDueName: showDueName,
  KeepLots: keepLots,
  NumberLots: numberLots,
} satisfies ServerDeciders<typeof SERVER_COMMANDS>;

/**
 * Decides a staff command. Refuses it where its entry does not name the role (R16), and as `stale` when the area it depends
 * on has moved on since the operator's screen was drawn, so that a doubled key press or a forgotten tab never acts twice.
 */
export function decideStaff(
  world: DecidingWorld,
  command: StaffCommand,
  expects: Expectation,
  context: Context,
): Decision {
  return finished(staffSteps(world, command, expects, context));
}

/** {@link decideStaff} in steps; all but what is about lists of thousands is decided in the first. */
export function* staffSteps(
  world: DecidingWorld,
  command: StaffCommand,
  expects: Expectation,
  context: Context,
): Steps<Decision> {
  const refusal = barred(context.role, command.type);
  if (refusal) return refuse(refusal);
  if (isStale(world.meeting, command, expects)) return refuse({ code: 'stale' });
  // The key is the command's own type, which the compiler cannot follow through a table.
  const deciders: Deciders<typeof STAFF_COMMANDS> = STAFF_DECIDERS;
  const today = onTheDay(world, context.now);
  const decision = deciders[command.type](today, command as never, context);
  return 'next' in decision ? yield* decision : decision;
}

/** Who came the day before and has not been seen since is nobody whom a decision of this day can count on. */
function onTheDay(world: DecidingWorld, now: Instant): DecidingWorld {
  const { meeting } = world;
  const arrived = arrivedLately(meeting.arrived, now);
  return arrived === meeting.arrived ? world : { ...world, meeting: { ...meeting, arrived } };
}

/**
 * Decides a command from the device of a seat or a ticket, if it holds one of those that the command's entry names (R16).
 * Staleness is the revision's and the attempt's business there (R5).
 *
 * @param now milliseconds since 1970, UTC
 */
export function decideSeat(world: DecidingWorld, command: SeatCommand, now: Instant): Decision {
  const holders: readonly (keyof Holders)[] = SEAT_COMMANDS[command.type].holders;
  const holder = holderNow(world.meeting, holders, command);
  if (!holder.ok) return holder;
  return SEAT_DECIDERS[command.type](world, command as never, holder.holder as never, now);
}

/** Decides what the server does by itself. */
export function decideServer(
  world: DecidingWorld,
  command: ServerCommand,
  context: ServerContext,
): Decision {
  return SERVER_DECIDERS[command.type](world, command as never, context);
}

function isStale(meeting: Meeting, command: StaffCommand, expects: Expectation): boolean {
  const area = areaOf(command);
  if (area === 'none') return false;
  const now = expectationOf(meeting, command);
  return now.touched !== expects.touched || (area === 'stage' && now.item !== expects.item);
}
