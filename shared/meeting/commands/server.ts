// What the server itself does, without anyone's word.
import type { LotteryPanel } from '../../draw/lock-form.ts';
import type { Numbered, Panel } from '../../draw/lots.ts';
import type { Together } from '../../draw/lots-facts.ts';
import type { DrawId, ItemId, RoundId } from '../../ids.ts';
import type { LotsFailure } from '../draws/draw.ts';
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
  /** A public relay answered for the beacon's round that a draw waits for. */
  TakeBeacon: {
    holders: ['server'],
    body: made<{ readonly draw: DrawId; readonly signature: string }>(),
  },
  /** The beacon's round of a draw was published while another source was still open. */
  VoidPassed: { holders: ['server'], body: made<{ readonly draw: DrawId }>() },
  /** The next name of a draw whose names come by themselves is due. */
  ShowDueName: {
    holders: ['server'],
    body: made<{ readonly draw: DrawId; readonly shown: number }>(),
  },
  /** The list of panels, or the lottery, that was asked for is made. `best`: a decimal of at most six places. */
  KeepLots: {
    holders: ['server'],
    body: made<{
      readonly item: ItemId;
      readonly lots:
        | { readonly list: readonly Panel[]; readonly best: string }
        | { readonly panels: readonly LotteryPanel[]; readonly best: string }
        | { readonly failed: LotsFailure };
    }>(),
  },
  /** The panels of a draw by lots are mixed and numbered. */
  NumberLots: {
    holders: ['server'],
    body: made<{
      readonly draw: DrawId;
      readonly numbered: Numbered;
      readonly together: Together;
    }>(),
  },
} as const satisfies Readonly<Record<string, ServerEntry>>;
