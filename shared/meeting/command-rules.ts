// What each staff command depends on and who may give it: one table, so that neither can be forgotten.
import type { StaffRole } from '../staff-role.ts';
import type { StaffCommand } from './commands.ts';

/**
 * Which part of the meeting a staff command depends on. `stage` and `roster` commands are refused when that part has
 * moved on since they were made; `desk` commands name one person, one paper, one report or one salt, and are safe to
 * judge on the present state. What is done to many seats or units at once, or to a unit together with what was combined
 * with it, is made on the lists as they were shown: `roster`, which no step of the stage moves on.
 */
export type CommandArea = 'stage' | 'roster' | 'desk';

/** The desk and the setup: rosters, tickets, seats, recusals, sheets, agenda. */
const DESK = ['moderator', 'clerk'] as const;
/** What the hall sees happen, and what is shut for good. */
const STAGE = ['moderator'] as const;
/** The one act of a supervisor: it adds chance that the stage cannot know, and changes nothing else. */
const SALT = ['supervisor'] as const;

/** A command that is missing here does not compile. */
export const COMMAND_RULES = {
  ImportSubjects: { area: 'roster', by: DESK },
  ImportReviewers: { area: 'roster', by: DESK },
  SetWeights: { area: 'roster', by: DESK },
  AdoptSheet: { area: 'roster', by: DESK },
  AdoptScheme: { area: 'roster', by: DESK },
  SetAgenda: { area: 'roster', by: DESK },
  ChangeItem: { area: 'roster', by: DESK },
  AddItems: { area: 'roster', by: DESK },
  RemoveItems: { area: 'roster', by: DESK },
  MoveItems: { area: 'roster', by: DESK },
  SkipItem: { area: 'roster', by: DESK },
  RestoreItem: { area: 'roster', by: DESK },
  ChangeMeeting: { area: 'roster', by: DESK },
  ErasePeople: { area: 'roster', by: STAGE },
  WithdrawSubject: { area: 'roster', by: DESK },
  CombineSubjects: { area: 'roster', by: DESK },
  RestoreSubject: { area: 'roster', by: DESK },
  SetRoundSubjects: { area: 'roster', by: STAGE },
  FillSeats: { area: 'roster', by: DESK },
  ReplaceAbsent: { area: 'roster', by: DESK },
  AttachDocument: { area: 'desk', by: DESK },
  RemoveDocument: { area: 'desk', by: DESK },
  SwapTickets: { area: 'desk', by: DESK },
  CheckIn: { area: 'desk', by: DESK },
  UndoCheckIn: { area: 'desk', by: DESK },
  LeaveSeat: { area: 'desk', by: DESK },
  ReplaceSeat: { area: 'desk', by: DESK },
  MarkHere: { area: 'desk', by: DESK },
  EnterPaper: { area: 'desk', by: DESK },
  ConfirmPaper: { area: 'desk', by: DESK },
  DropPaper: { area: 'desk', by: DESK },
  // Of many people, but a second issue only replaces the first: the newest sheet counts.
  IssueTickets: { area: 'desk', by: DESK },
  RevokeTicket: { area: 'desk', by: DESK },
  DeclareRecusal: { area: 'desk', by: DESK },
  // A supervisor's: each names one draw, and what it needs is checked on the present state.
  KeepSalt: { area: 'desk', by: SALT },
  OpenSalt: { area: 'desk', by: SALT },
  EnterItem: { area: 'stage', by: STAGE },
  LockDraw: { area: 'stage', by: STAGE },
  CloseWords: { area: 'stage', by: STAGE },
  ReadEntropy: { area: 'stage', by: STAGE },
  ShowNames: { area: 'stage', by: STAGE },
  VoidDraw: { area: 'stage', by: STAGE },
  ReplaceDrawn: { area: 'stage', by: STAGE },
  StartCountdown: { area: 'stage', by: STAGE },
  StopCountdown: { area: 'stage', by: STAGE },
  ExtendCountdown: { area: 'stage', by: STAGE },
  ClearCountdown: { area: 'stage', by: STAGE },
  // Names one act, and only the last one is taken back.
  TakeBack: { area: 'desk', by: STAGE },
  RingBell: { area: 'stage', by: STAGE },
  TurnBoard: { area: 'stage', by: STAGE },
  OpenRound: { area: 'stage', by: STAGE },
  CloseRound: { area: 'stage', by: STAGE },
  ReopenRound: { area: 'stage', by: STAGE },
  RevealRound: { area: 'stage', by: STAGE },
  RepeatRound: { area: 'stage', by: STAGE },
} as const satisfies Record<
  StaffCommand['type'],
  { readonly area: CommandArea; readonly by: readonly StaffRole[] }
>;

/** The part of the meeting that this command depends on. */
export function areaOf({ type }: Pick<StaffCommand, 'type'>): CommandArea {
  return COMMAND_RULES[type].area;
}
