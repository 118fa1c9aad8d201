// The one door to the rules: a command and the world in, events or a refusal out (R1, R10).
import { areaOf } from './command-rules.ts';
import { unreachable } from '../ids.ts';
import {
  type Context,
  type Expectation,
  type SeatCommand,
  type ServerCommand,
  type StaffCommand,
} from './commands.ts';
import {
  addItems,
  changeItem,
  moveItems,
  removeItems,
  restoreItem,
  setAgenda,
  skipItem,
} from './decide/agenda.ts';
import { castBallot } from './decide/ballots.ts';
import { raiseEpoch } from './decide/create.ts';
import {
  arrive,
  checkIn,
  leaveSeat,
  markHere,
  replaceAbsent,
  replaceSeat,
  swapTickets,
  undoCheckIn,
} from './decide/desk.ts';
import {
  closeWords,
  lockDraw,
  readEntropy,
  sendWord,
  showNames,
  voidDraw,
} from './decide/draws.ts';
import { confirmPaper, dropPaper, enterPaper } from './decide/papers.ts';
import { importReviewers, importSubjects, setWeights } from './decide/roster.ts';
import { keepSalt, openSalt } from './decide/kept-salt.ts';
import {
  closeAtZero,
  closeRound,
  openRound,
  reopenRound,
  repeatRound,
  revealRound,
  setRoundSubjects,
} from './decide/rounds.ts';
import { replaceDrawn } from './decide/stand-ins.ts';
import {
  adoptScheme,
  adoptSheet,
  changeMeeting,
  erasePeople,
  eraseWithMeeting,
} from './decide/setup.ts';
import {
  claimSeat,
  declareRecusal,
  fillSeats,
  issueTickets,
  releaseSeat,
  revokeTicket,
} from './decide/seats.ts';
import {
  clearCountdown,
  enterItem,
  extendCountdown,
  ringBell,
  startCountdown,
  stopCountdown,
  takeBack,
  turnBoard,
} from './decide/stage.ts';
import {
  attachDocument,
  combineSubjects,
  removeDocument,
  restoreSubject,
  withdrawSubject,
} from './decide/subjects.ts';
import type { Instant } from '../instant.ts';
import { arrivedLately } from './lookup.ts';
import type { Meeting } from './state.ts';
import { refuse, type DecidingWorld, type Decision } from './world.ts';

/**
 * Decides a staff command. Refuses it as `stale` when the area it depends on has moved on since the operator's screen
 * was drawn, so that a doubled key press or a forgotten tab never acts twice.
 */
export function decideStaff(
  world: DecidingWorld,
  command: StaffCommand,
  expects: Expectation,
  context: Context,
): Decision {
  return isStale(world.meeting, command, expects)
    ? refuse({ code: 'stale' })
    : carryOut(onTheDay(world, context.now), command, context);
}

/** Who came the day before and has not been seen since is nobody whom a decision of this day can count on. */
function onTheDay(world: DecidingWorld, now: Instant): DecidingWorld {
  const { meeting } = world;
  const arrived = arrivedLately(meeting.arrived, now);
  return arrived === meeting.arrived ? world : { ...world, meeting: { ...meeting, arrived } };
}

/**
 * Decides a command from a seat's device. Staleness is the revision's and the attempt's business there (R5).
 *
 * @param now milliseconds since 1970, UTC
 */
export function decideSeat(world: DecidingWorld, command: SeatCommand, now: Instant): Decision {
  switch (command.type) {
    case 'ClaimSeat':
      return claimSeat(world, command, now);
    case 'Arrive':
      return arrive(world, command, now);
    case 'ReleaseSeat':
      return releaseSeat(world, command);
    case 'SendWord':
      return sendWord(world, command);
    case 'CastBallot':
      return castBallot(world, command);
    default:
      return unreachable(command);
  }
}

/** Decides what the server does by itself. */
export function decideServer(world: DecidingWorld, command: ServerCommand, now: Instant): Decision {
  switch (command.type) {
    case 'RaiseEpoch':
      return raiseEpoch(world.meeting);
    case 'EraseWithMeeting':
      return eraseWithMeeting(world);
    case 'CloseAtZero':
      return closeAtZero(world, command, now);
    default:
      return unreachable(command);
  }
}

function isStale(meeting: Meeting, command: StaffCommand, expects: Expectation): boolean {
  const area = areaOf(command);
  if (area === 'desk') return false;
  if (meeting.touched[area] !== expects.touched) return true;
  return area === 'stage' && meeting.current !== expects.item;
}

function carryOut(world: DecidingWorld, command: StaffCommand, context: Context): Decision {
  switch (command.type) {
    case 'ImportSubjects':
      return importSubjects(world, command, context);
    case 'ImportReviewers':
      return importReviewers(world, command, context);
    case 'SetWeights':
      return setWeights(world, command);
    case 'AdoptSheet':
      return adoptSheet(world, command);
    case 'AdoptScheme':
      return adoptScheme(world, command);
    case 'SetAgenda':
      return setAgenda(world, command);
    case 'ChangeItem':
      return changeItem(world, command);
    case 'AddItems':
      return addItems(world, command);
    case 'RemoveItems':
      return removeItems(world, command);
    case 'MoveItems':
      return moveItems(world, command);
    case 'SkipItem':
      return skipItem(world, command);
    case 'RestoreItem':
      return restoreItem(world, command);
    case 'ChangeMeeting':
      return changeMeeting(world, command);
    case 'ErasePeople':
      return erasePeople(world, context);
    case 'WithdrawSubject':
      return withdrawSubject(world, command);
    case 'CombineSubjects':
      return combineSubjects(world, command);
    case 'RestoreSubject':
      return restoreSubject(world, command);
    case 'AttachDocument':
      return attachDocument(world, command);
    case 'RemoveDocument':
      return removeDocument(world, command);
    case 'SwapTickets':
      return swapTickets(world, command);
    case 'CheckIn':
      return checkIn(world, command);
    case 'UndoCheckIn':
      return undoCheckIn(world, command);
    case 'LeaveSeat':
      return leaveSeat(world, command, context);
    case 'ReplaceSeat':
      return replaceSeat(world, command, context);
    case 'ReplaceAbsent':
      return replaceAbsent(world, command, context);
    case 'MarkHere':
      return markHere(world, command);
    case 'EnterPaper':
      return enterPaper(world, command);
    case 'ConfirmPaper':
      return confirmPaper(world, command, context);
    case 'DropPaper':
      return dropPaper(world, command, context);
    case 'IssueTickets':
      return issueTickets(world, command);
    case 'RevokeTicket':
      return revokeTicket(world, command);
    case 'FillSeats':
      return fillSeats(world, command);
    case 'DeclareRecusal':
      return declareRecusal(world, command);
    case 'EnterItem':
      return enterItem(world, command);
    case 'KeepSalt':
      return keepSalt(world, command, context);
    case 'OpenSalt':
      return openSalt(world, command);
    case 'LockDraw':
      return lockDraw(world, command, context);
    case 'CloseWords':
      return closeWords(world, command);
    case 'ReadEntropy':
      return readEntropy(world, command);
    case 'ShowNames':
      return showNames(world, command);
    case 'VoidDraw':
      return voidDraw(world, command, context);
    case 'ReplaceDrawn':
      return replaceDrawn(world, command, context);
    case 'StartCountdown':
      return startCountdown(world, command, context);
    case 'StopCountdown':
      return stopCountdown(world, command, context);
    case 'ExtendCountdown':
      return extendCountdown(world, command, context);
    case 'ClearCountdown':
      return clearCountdown(world, command);
    case 'TakeBack':
      return takeBack(world, command);
    case 'RingBell':
      return ringBell(world, command, context);
    case 'TurnBoard':
      return turnBoard(world, command);
    case 'SetRoundSubjects':
      return setRoundSubjects(world, command);
    case 'OpenRound':
      return openRound(world, command, context);
    case 'CloseRound':
      return closeRound(world, command);
    case 'ReopenRound':
      return reopenRound(world, command);
    case 'RevealRound':
      return revealRound(world, command);
    case 'RepeatRound':
      return repeatRound(world, command, context);
    default:
      return unreachable(command);
  }
}
