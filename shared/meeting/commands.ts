// Every command that a meeting takes, as the tables by subject declare them, and what a decision is given beside one.
import type { Instant } from '../instant.ts';
import type { ItemId, MeetingId } from '../ids.ts';
import type { StaffRole } from '../staff-role.ts';
import { agendaCommands } from './commands/agenda.ts';
import { commentsCommands } from './commands/comments.ts';
import type { CommandArea, CommandOf, CommandsOf, StaffEntry } from './commands/command.ts';
import { deskCommands } from './commands/desk.ts';
import {
  beaconCommands,
  diceCommands,
  drawsCommands,
  lotsCommands,
  saltCommands,
  standInCommands,
} from './commands/draws.ts';
import { papersCommands } from './commands/papers.ts';
import { rehearsalCommands } from './commands/rehearsal.ts';
import { rosterCommands } from './commands/roster.ts';
import { resultCommands } from './commands/result.ts';
import { roundsCommands } from './commands/rounds.ts';
import type { SERVER_COMMANDS } from './commands/server.ts';
import { seatsCommands, type SEAT_COMMANDS } from './commands/seats.ts';
import { setupCommands } from './commands/setup.ts';
import { stageCommands } from './commands/stage.ts';
import { subjectsCommands } from './commands/subjects.ts';
import type { Belonging } from './people.ts';
import type { Actor, Meeting } from './state.ts';
import type { Template } from './template.ts';

/** What staff may order. Union, parser, roles and dispatch follow from it. */
export const STAFF_COMMANDS = {
  ...rosterCommands,
  ...setupCommands,
  ...agendaCommands,
  ...subjectsCommands,
  ...seatsCommands,
  ...deskCommands,
  ...papersCommands,
  ...stageCommands,
  ...drawsCommands,
  ...lotsCommands,
  ...diceCommands,
  ...beaconCommands,
  ...saltCommands,
  ...standInCommands,
  ...roundsCommands,
  ...commentsCommands,
  ...resultCommands,
  ...rehearsalCommands,
} as const satisfies Readonly<Record<string, StaffEntry>>;

/** Commands that staff give. */
export type StaffCommand = CommandsOf<typeof STAFF_COMMANDS>;
export type StaffCommandOf<T extends StaffCommand['type']> = Extract<
  StaffCommand,
  { readonly type: T }
>;

/** Commands that a device gives for a ticket or a seat. */
export type SeatCommand = CommandsOf<typeof SEAT_COMMANDS>;
export type SeatCommandOf<T extends SeatCommand['type']> = CommandOf<typeof SEAT_COMMANDS, T>;
export type CastBallot = SeatCommandOf<'CastBallot'>;

/** What the server itself does, without anyone's word. */
export type ServerCommand = CommandsOf<typeof SERVER_COMMANDS>;
export type ServerCommandOf<T extends ServerCommand['type']> = CommandOf<typeof SERVER_COMMANDS, T>;

export interface CreateMeeting extends Belonging, Template {
  readonly type: 'CreateMeeting';
  readonly id: MeetingId;
  readonly code: string;
  readonly title: string;
  readonly zone: string;
  readonly retainUntil: string;
  readonly rehearsal?: true;
  /** Only with `rehearsal`. */
  readonly rehearsalOf?: MeetingId;
}

/** What a staff command was made for: where the operator's screen stood when the key was pressed. */
export interface Expectation {
  readonly item: ItemId | null;
  readonly touched: number;
}

/** The part of the meeting that this command depends on. */
export function areaOf({ type }: Pick<StaffCommand, 'type'>): CommandArea {
  return STAFF_COMMANDS[type].area;
}

/** What this command must carry to be taken now. One of the desk carries what it likes. */
export function expectationOf(
  { current, touched }: Pick<Meeting, 'current' | 'touched'>,
  command: Pick<StaffCommand, 'type'>,
): Expectation {
  const area = areaOf(command);
  return { item: current, touched: area === 'none' ? 0 : touched[area] };
}

/** What a staff decision is given from outside, so that it stays pure: time, who acts, fresh random bytes. */
export interface Context {
  readonly now: Instant;
  readonly by: Actor;
  /** Of the account that acts. */
  readonly role: StaffRole;
  /** 32 fresh bytes; decisions derive from them what must not be guessable (salts). */
  readonly random: Uint8Array;
}
