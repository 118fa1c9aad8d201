// What the hall sees: the item on stage, its clock, its bell, its board.
import { BOARD_PAGES, TAKES } from '../board.ts';
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
  /** Without a page: to the first of its list. */
  TurnBoard: command('stage', MODERATOR, (f) => ({
    category: f.oneOf(['all']).or(f.category),
    page: f.oneOf(BOARD_PAGES).exactOptional(),
    n: f.whole.exactOptional(),
  })),
  ShowRows: command('stage', MODERATOR, (f) => ({ item: f.itemId, take: f.oneOf(TAKES) })),
  ShowMove: command('stage', MODERATOR, (f) => ({ round: f.round })),
} as const satisfies Readonly<Record<string, StaffEntry>>;
