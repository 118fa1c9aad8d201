// Makes lists of panels and lotteries, and numbers lots, beside every hall that waits for it (DRAW.md §8, §9): what is wanted is
// in the log, so that a server which ended meanwhile does it when it is there again.
import { randomBytes } from 'node:crypto';
import { lotsWork, type LotsWork } from '../../shared/meeting/draws/lots.ts';
import type { ServerCommand, ServerCommandOf } from '../../shared/meeting/commands.ts';
import type { Hall } from '../hall.ts';
import { OneByOne } from '../one-by-one.ts';
import { makeList, makeLottery, type Objective } from './make-list.ts';
import type { NumberingJob, NumberedLots } from './numbering.ts';

/** What could not be done or saved is tried again after this long. */
const RETRY_MS = 1000;
const LONGEST_MS = 300_000;
/** Lists that fit nobody any more because the people changed while they were made, one after the other. */
const MOST_LISTS = 5;

export class LotsKeeper {
  readonly #onError: (error: unknown) => void;
  readonly #numbering = new OneByOne<NumberingJob, NumberedLots>({
    thread: { here: import.meta.url, name: 'numbering-thread' },
    mostWaiting: 1000,
    timeLimitMs: LONGEST_MS,
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 },
  });
  /** Halls for which something is under way, with how many lists in a row came too late. */
  readonly #underWay = new Map<Hall, number>();
  readonly #gone = new WeakSet<Hall>();
  readonly #ends = new AbortController();

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  /** Returns what ends it: the hall is about to be closed. */
  watch(hall: Hall): () => void {
    const look = () => void this.#look(hall);
    hall.onChange(({ events }) => {
      if (events.length > 0) look();
    });
    look();
    return () => {
      this.#gone.add(hall);
    };
  }

  /** Whether a hall waits for something: it is not let go meanwhile. */
  isAtWork(hall: Hall): boolean {
    return this.#underWay.has(hall);
  }

  async close(): Promise<void> {
    this.#ends.abort();
    await this.#numbering.close();
  }

  async #look(hall: Hall): Promise<void> {
    if (this.#underWay.has(hall)) return;
    this.#underWay.set(hall, 0);
    try {
      for (let work = this.#workOf(hall); work; work = this.#workOf(hall))
        await this.#do(hall, work);
    } finally {
      this.#underWay.delete(hall);
    }
  }

  #workOf(hall: Hall): LotsWork | null {
    return this.#isOver(hall) ? null : lotsWork(hall.world.meeting);
  }

  async #do(hall: Hall, work: LotsWork): Promise<void> {
    const command = await this.#commandFor(hall, work);
    if (this.#isOver(hall)) return;
    const answer = command && (await hall.server(command));
    if (answer?.ok === false && answer.refusal.code === 'lots-not-made')
      this.#underWay.set(hall, (this.#underWay.get(hall) ?? 0) + 1);
    else if (!answer?.ok) await this.#rest();
  }

  /** null where it could not be found out. */
  async #commandFor(hall: Hall, work: LotsWork): Promise<ServerCommand | null> {
    if (work.kind === 'make') {
      const { item } = work;
      const isTired = (this.#underWay.get(hall) ?? 0) >= MOST_LISTS;
      return {
        type: 'KeepLots',
        item,
        lots: isTired ? { failed: 'broken' } : await this.#made(work),
      };
    }
    const { draw, lock, list, entropy } = work;
    const done = await this.#numbering.run({ lock, list, entropy }).catch((error: unknown) => {
      this.#onError(error);
      return null;
    });
    return done?.ok ? { type: 'NumberLots', draw, ...done.answer } : null;
  }

  async #made({
    pool,
    rule,
    objective,
  }: Extract<LotsWork, { readonly kind: 'make' }>): Promise<ServerCommandOf<'KeepLots'>['lots']> {
    const { by, quotas, k } = rule;
    const fair: Objective = objective ?? 'leximin';
    const demand = { pool, by, quotas, k, objective: fair };
    const hooks = { signal: this.#ends.signal };
    try {
      const made =
        rule.kind === 'lots'
          ? await makeList({ ...demand, m: rule.m, random: randomBytes(32) }, hooks)
          : await makeLottery(demand, hooks);
      if (made.ok) {
        const best = decimalOf(made.upper);
        return 'list' in made ? { list: made.list, best } : { panels: made.panels, best };
      }
      return { failed: made.why === 'infeasible' ? 'impossible' : 'broken' };
    } catch (error) {
      this.#onError(error);
      return { failed: 'broken' };
    }
  }

  #rest(): Promise<void> {
    return new Promise((resolve) => {
      setTimeout(resolve, RETRY_MS);
    });
  }

  #isOver(hall: Hall): boolean {
    return this.#ends.signal.aborted || this.#gone.has(hall);
  }
}

/** At most six places, rounded down: never more than can be had. */
function decimalOf(chance: number): string {
  const millionths = Math.floor(chance * 1e6 + 1e-6);
  return String(millionths / 1e6);
}
