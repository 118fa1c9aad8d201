// What the server itself does, without anyone's word.
import type { DrawId, RoundId } from '../../ids.ts';
import { made, type ServerEntry } from './command.ts';

export const SERVER_COMMANDS = {
  RaiseEpoch: { holders: ['server'], body: made<object>() },
  /** The people of the meeting that this is a rehearsal of were erased. */
  EraseWithMeeting: { holders: ['server'], body: made<object>() },
  /** Simulated phones of a rehearsal ended without anyone's word: those that this event called. */
  PhonesGone: { holders: ['server'], body: made<{ readonly call: number }>() },
  /** The countdown of a round that closes by itself has run out. */
  CloseAtZero: {
    holders: ['server'],
    body: made<{ readonly round: RoundId; readonly attempt: number }>(),
  },
  /** The next name of a draw whose names come by themselves is due. */
  ShowDueName: {
    holders: ['server'],
    body: made<{ readonly draw: DrawId; readonly shown: number }>(),
  },
} as const satisfies Readonly<Record<string, ServerEntry>>;
