// Phones for a rehearsal that somebody leads at the console: they take part until they are called off.
import { setTimeout as wait } from 'node:timers/promises';
import type { Findings } from '../../shared/rehearsal/report.ts';
import type { PublicView } from '../../shared/views/audiences/audiences.ts';
import type { Played } from './played.ts';
import type { Books } from './books.ts';
import type { Chance } from './chance.ts';
import { Crowd } from './crowd.ts';

export interface FollowOptions {
  readonly origin: string;
  readonly meeting: string;
  readonly tickets: readonly { readonly reviewer: Played; readonly secret: string }[];
  /** How many may have a seat. */
  readonly phones: number;
  /** Milliseconds within which people score one unit. */
  readonly paceMs: number;
  readonly chance: Chance;
  readonly books: Books;
  /** Ends the rehearsal: what is under way is still seen to its end. */
  readonly signal: AbortSignal;
  /** The phones are about to come in. */
  readonly onBegin?: (crowd: Crowd) => void;
  /** The hall's picture is of another item or kind. */
  readonly onStage?: (stage: PublicView['stage']) => void;
  readonly onPresent?: (phones: number) => void;
  /** The rehearsal is no more. */
  readonly onDeleted?: () => void;
}

/** How often those without a seat try again when nothing on the stage has told them to. */
const RETRY_MS = 15_000;
const DOOR_MS = 6000;
/** Between two tickets at the door: all of a large pool try again each time, and the server has others to serve. */
export const KNOCK_MS = 5;
const SETTLE_MS = 20_000;

export async function follow(options: FollowOptions): Promise<Findings> {
  const { tickets, phones, chance } = options;
  const deleted = new AbortController();
  const signal = AbortSignal.any([options.signal, deleted.signal]);
  const crowd = new Crowd({ ...options, led: false });
  // The roster stands in groups: in its order, few phones would all be of the first one.
  for (const { reviewer, secret } of chance.shuffled(tickets)) crowd.expect(reviewer, secret);
  options.onBegin?.(crowd);
  let changed: () => void = () => undefined;
  let item = '';
  try {
    await crowd.watch(
      (stage) => {
        const now = `${stage.item?.id ?? ''}/${stage.body.kind}`;
        if (now === item) return;
        item = now;
        options.onStage?.(stage);
        changed();
      },
      () => {
        options.onDeleted?.();
        deleted.abort();
      },
    );
    let present = -1;
    while (!signal.aborted) {
      const overMs = Math.max(present < 0 ? DOOR_MS : 0, crowd.waiting * KNOCK_MS);
      await crowd.comeIn(phones, overMs, undefined, signal);
      if (crowd.people.length !== present) options.onPresent?.(crowd.people.length);
      present = crowd.people.length;
      const stageChanged = new Promise<void>((resolve) => {
        changed = resolve;
      });
      await Promise.race([stageChanged, wait(RETRY_MS, undefined, { signal })]).catch(
        () => undefined,
      );
      // Several changes come at once when a draw is over.
      await wait(300, undefined, { signal }).catch(() => undefined);
    }
    crowd.leave();
    await crowd.settle(SETTLE_MS);
    return {
      present: crowd.people.length,
      asked: phones,
      lost: (await crowd.missing()).map(
        ({ round, subject, seat, rev }) => `${round} ${subject} ${seat} ${String(rev)}`,
      ),
      board: null,
      draws: null,
      led: false,
    };
  } finally {
    crowd.close();
  }
}
