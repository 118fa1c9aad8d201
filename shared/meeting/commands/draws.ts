// Draws from the lock to the last name, and who comes where a drawn person cannot.
import { READINGS } from '../draws/reading.ts';
import { command, CLERK, SUPERVISOR, MODERATOR, type StaffEntry } from './command.ts';

export const drawsCommands = {
  LockDraw: command('stage', MODERATOR, (f) => ({ item: f.itemId })),
  CloseWords: command('stage', MODERATOR, (f) => ({ draw: f.draw })),
  ReadEntropy: command('stage', MODERATOR, (f) => ({ draw: f.draw })),
  /** Of one who asks, locked as its item was entered: draws and shows the name. */
  DrawAtOnce: command('stage', MODERATOR, (f) => ({ draw: f.draw })),
  ShowNames: command('stage', MODERATOR, (f) => ({ draw: f.draw, shown: f.whole })),
  /** Names that come by themselves move the stage on meanwhile. */
  SetPace: command('none', MODERATOR, (f) => ({ draw: f.draw, pace: f.pace })),
  VoidDraw: command('stage', MODERATOR, (f) => ({ draw: f.draw, why: f.reason })),
} as const satisfies Readonly<Record<string, StaffEntry>>;

export const lotsCommands = {
  /** Asks the server for the list of panels of a draw by lots: long before it, or on stage before the lock. */
  MakeLots: command('none', CLERK, (f) => ({ item: f.itemId })),
} as const satisfies Readonly<Record<string, StaffEntry>>;

/** Given while the stage moves on: judged on the present state, a row of dice by the edits that it has had. */
export const diceCommands = {
  TypeDice: command('none', CLERK, (f) => ({
    draw: f.draw,
    reading: f.oneOf(READINGS),
    edits: f.whole,
    at: f.whole,
    took: f.whole,
    digits: f.typed(200),
  })),
} as const satisfies Readonly<Record<string, StaffEntry>>;

/** Given while the stage moves on: the signature itself says for which round it is. */
export const beaconCommands = {
  /** What a member of staff read of a beacon's round, elsewhere than here: 96 hex digits. */
  ReadBeacon: command('none', CLERK, (f) => ({ draw: f.draw, signature: f.hex96 })),
} as const satisfies Readonly<Record<string, StaffEntry>>;

/** A supervisor's: each names one draw, and what it needs is checked on the present state. */
export const saltCommands = {
  /** A supervisor's device made 32 random bytes and keeps them; `commit` is hex T("salt", bytes). */
  KeepSalt: command('none', SUPERVISOR, (f) => ({ item: f.itemId, commit: f.hex64 })),
  /** The kept salt, 64 hex digits: the last source, so that the result is determined with it. */
  OpenSalt: command('none', SUPERVISOR, (f) => ({ draw: f.draw, salt: f.hex64 })),
} as const satisfies Readonly<Record<string, StaffEntry>>;

export const standInCommands = {
  /** A drawn questioner or team member cannot: the next of the draw's reserve comes. */
  ReplaceDrawn: command('stage', MODERATOR, (f) => ({
    draw: f.draw,
    out: f.reviewer,
    reason: f.reason,
  })),
} as const satisfies Readonly<Record<string, StaffEntry>>;
