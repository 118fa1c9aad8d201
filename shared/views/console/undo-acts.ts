// What taking each command back is called.
import type { TakenBack } from '../../meeting/taken-back.ts';

export const UNDO_ACTS = {
  EnterItem: 'enter',
  SkipItem: 'skip',
  RestoreItem: 'restore',
  AddItems: 'add',
  RemoveItems: 'remove',
  ChangeItem: 'change',
  MoveItems: 'move',
  TurnBoard: 'turn-board',
  StartCountdown: 'start-countdown',
  ClearCountdown: 'clear-countdown',
  OpenRound: 'open-round',
  RepeatRound: 'open-round',
  WithdrawSubject: 'withdraw',
  CombineSubjects: 'combine',
} as const satisfies Record<TakenBack, string>;

export type UndoAct = (typeof UNDO_ACTS)[keyof typeof UNDO_ACTS];
