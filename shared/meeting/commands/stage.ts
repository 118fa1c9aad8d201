// What the hall sees: the item on stage, its clock, its bell, its board.
import { CLERK, MODERATOR, type StaffEntry } from './command.ts';

export const stageCommands = {
  EnterItem: { area: 'stage', by: MODERATOR, body: (f) => ({ item: f.itemId }) },
  StartCountdown: { area: 'stage', by: MODERATOR, body: (f) => ({ item: f.itemId }) },
  StopCountdown: { area: 'stage', by: MODERATOR, body: (f) => ({ item: f.itemId }) },
  ExtendCountdown: {
    area: 'stage',
    by: MODERATOR,
    body: (f) => ({ item: f.itemId, seconds: f.seconds.min(1) }),
  },
  ClearCountdown: { area: 'stage', by: MODERATOR, body: (f) => ({ item: f.itemId }) },
  /** The last act, by the sequence number of its first event, by whoever may do what it did. */
  TakeBack: { area: 'none', by: CLERK, body: (f) => ({ act: f.whole.min(1) }) },
  RingBell: { area: 'stage', by: MODERATOR, body: (f) => ({ item: f.itemId }) },
  TurnBoard: {
    area: 'stage',
    by: MODERATOR,
    body: (f) => ({ category: f.oneOf(['all']).or(f.category) }),
  },
} as const satisfies Readonly<Record<string, StaffEntry>>;
