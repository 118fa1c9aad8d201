// What the hall sees: the item on stage, its clock, its bell, its board.
import { command, CLERK, MODERATOR, type StaffEntry } from './command.ts';

export const stageCommands = {
  EnterItem: command('stage', MODERATOR, (f) => ({ item: f.itemId })),
  StartCountdown: command('stage', MODERATOR, (f) => ({ item: f.itemId })),
  StopCountdown: command('stage', MODERATOR, (f) => ({ item: f.itemId })),
  ExtendCountdown: command('stage', MODERATOR, (f) => ({
    item: f.itemId,
    seconds: f.seconds.min(1),
  })),
  ClearCountdown: command('stage', MODERATOR, (f) => ({ item: f.itemId })),
  /** The last act, by the sequence number of its first event, by whoever may do what it did. */
  TakeBack: command('none', CLERK, (f) => ({ act: f.whole.min(1) })),
  RingBell: command('stage', MODERATOR, (f) => ({ item: f.itemId })),
  TurnBoard: command('stage', MODERATOR, (f) => ({ category: f.oneOf(['all']).or(f.category) })),
} as const satisfies Readonly<Record<string, StaffEntry>>;
