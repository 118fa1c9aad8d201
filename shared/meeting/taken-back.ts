// The commands that can be taken back.

/**
 * What taking a command back amounts to: a command that can be taken back in its turn. null where it cannot: what was
 * opened may have been seen, and who came back goes again for a reason that goes on record.
 */
export const TAKEN_BACK = {
  EnterItem: 'EnterItem',
  AddItems: 'RemoveItems',
  RemoveItems: 'AddItems',
  ChangeItem: 'ChangeItem',
  MoveItems: 'MoveItems',
  SkipItem: 'RestoreItem',
  RestoreItem: 'SkipItem',
  TurnBoard: 'TurnBoard',
  StartCountdown: 'ClearCountdown',
  ClearCountdown: 'StartCountdown',
  OpenRound: null,
  RepeatRound: null,
  WithdrawSubject: null,
  CombineSubjects: null,
} as const;

export type TakenBack = keyof typeof TAKEN_BACK;
