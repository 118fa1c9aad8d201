// Who may do what: one table for every command and every route of staff; what is not in it is denied.
import type { StaffCommand } from '../../shared/meeting/commands.ts';

export type Role = 'moderator' | 'clerk' | 'supervisor';
export const ROLES = ['moderator', 'clerk', 'supervisor'] as const satisfies readonly Role[];

/** What staff do over HTTP, beside the commands. */
export type RouteAction = 'view' | 'import' | 'tickets' | 'create-meeting' | 'invite';
export type Action = StaffCommand['type'] | RouteAction;

const EVERYONE = ROLES;
/** The desk and the setup: rosters, tickets, seats, recusals, sheets, agenda. */
const DESK = ['moderator', 'clerk'] as const;
/** What the hall sees happen. */
const STAGE = ['moderator'] as const;

/** The one act of a supervisor: it adds chance that the stage cannot know, and changes nothing else. */
const SALT = ['supervisor'] as const;

/** A command that is missing here does not compile. */
export const MAY = {
  view: EVERYONE,
  import: DESK,
  tickets: DESK,
  'create-meeting': STAGE,
  invite: STAGE,
  ImportSubjects: DESK,
  ImportReviewers: DESK,
  SetWeights: DESK,
  AdoptSheet: DESK,
  AdoptScheme: DESK,
  SetAgenda: DESK,
  ChangeItem: DESK,
  AddItems: DESK,
  RemoveItems: DESK,
  MoveItems: DESK,
  SkipItem: DESK,
  RestoreItem: DESK,
  ChangeMeeting: DESK,
  ErasePeople: STAGE,
  WithdrawSubject: DESK,
  CombineSubjects: DESK,
  RestoreSubject: DESK,
  AttachDocument: DESK,
  RemoveDocument: DESK,
  SwapTickets: DESK,
  CheckIn: DESK,
  UndoCheckIn: DESK,
  LeaveSeat: DESK,
  ReplaceSeat: DESK,
  ReplaceAbsent: DESK,
  MarkHere: DESK,
  EnterPaper: DESK,
  ConfirmPaper: DESK,
  DropPaper: DESK,
  IssueTickets: DESK,
  RevokeTicket: DESK,
  FillSeats: DESK,
  DeclareRecusal: DESK,
  EnterItem: STAGE,
  KeepSalt: SALT,
  OpenSalt: SALT,
  LockDraw: STAGE,
  CloseWords: STAGE,
  ReadEntropy: STAGE,
  ShowNames: STAGE,
  VoidDraw: STAGE,
  StartCountdown: STAGE,
  StopCountdown: STAGE,
  ExtendCountdown: STAGE,
  ClearCountdown: STAGE,
  RestoreCountdown: STAGE,
  RingBell: STAGE,
  TurnBoard: STAGE,
  OpenRound: STAGE,
  CancelRound: STAGE,
  // Which ballots count is the stage's to say, as with a repetition.
  SetRoundSubjects: STAGE,
  ReplaceDrawn: STAGE,
  CloseRound: STAGE,
  ReopenRound: STAGE,
  RevealRound: STAGE,
  RepeatRound: STAGE,
} as const satisfies Record<Action, readonly Role[]>;

/** Whether this role may do this. Anything that is not in the table is denied, whatever the types said. */
export function may(role: Role, action: Action): boolean {
  if (!Object.hasOwn(MAY, action)) return false;
  const roles: readonly Role[] = MAY[action];
  return roles.includes(role);
}
