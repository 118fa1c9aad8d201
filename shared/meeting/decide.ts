// The one door to the rules: a command and the world in, events or a refusal out (R1, R10).
import { unreachable } from '../ids.ts';
import {
  COMMAND_AREA,
  type Context,
  type Expectation,
  type SeatCommand,
  type StaffCommand,
} from './commands.ts';
import { castBallot } from './decide/ballots.ts';
import { lockDraw, readEntropy, showNames, voidDraw } from './decide/draws.ts';
import { importReviewers, importSubjects, setWeights } from './decide/roster.ts';
import { closeRound, openRound, reopenRound, repeatRound, revealRound } from './decide/rounds.ts';
import { adoptScheme, adoptSheet, changeItem, setAgenda } from './decide/setup.ts';
import {
  claimSeat,
  declareRecusal,
  fillSeats,
  issueTickets,
  releaseSeat,
  revokeTicket,
} from './decide/seats.ts';
import { enterItem, extendCountdown, startCountdown, stopCountdown } from './decide/stage.ts';
import type { Instant, Meeting } from './state.ts';
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
    : carryOut(world, command, context);
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
    case 'ReleaseSeat':
      return releaseSeat(world, command);
    case 'CastBallot':
      return castBallot(world, command);
    default:
      return unreachable(command);
  }
}

function isStale(meeting: Meeting, command: StaffCommand, expects: Expectation): boolean {
  const area = COMMAND_AREA[command.type];
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
    case 'LockDraw':
      return lockDraw(world, command, context);
    case 'ReadEntropy':
      return readEntropy(world, command);
    case 'ShowNames':
      return showNames(world, command);
    case 'VoidDraw':
      return voidDraw(world, command, context);
    case 'StartCountdown':
      return startCountdown(world, command, context);
    case 'StopCountdown':
      return stopCountdown(world, command, context);
    case 'ExtendCountdown':
      return extendCountdown(world, command, context);
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
