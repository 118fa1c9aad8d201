// Works out how many of a drawn panel's reserve to ask, from the draw's public record; fetched when somebody asks.
import { cellsOf, attributesOf } from '../../../shared/draw/cells.ts';
import { GROUP } from '../../../shared/meeting/attributes.ts';
import { reserveAdvice, RUNS } from '../../../shared/draw/attendance.ts';
import { toHex } from '../../../shared/draw/hash.ts';
import { seedOf } from '../../../shared/draw/seed.ts';
import type { PublishedDraw } from '../../../shared/views/draws/draw-record.ts';
import type { Steps } from '../../../shared/steps.ts';
import { ticks } from '../../live/clock.ts';

export interface Advice {
  readonly ask: readonly string[];
  /** How many of each group they are, where the rule draws by it, groups in sorted order. */
  readonly groups: readonly { readonly group: string; readonly count: number }[];
  readonly holds: number;
  readonly runs: number;
  readonly isEnough: boolean;
}

/** The page goes on meanwhile. */
const SLICE_MS = 12;

/**
 * @param percentOf of a group, 0 to 100; of "" where the rule draws by something else, or by nothing
 * @returns 'failed' where the record did not come, 'too-many' for a panel that is too large
 */
export async function adviceFor(
  code: string,
  draw: string,
  percentOf: (group: string) => number,
): Promise<Advice | 'failed' | 'too-many'> {
  const answer = await fetch(
    `/m/${encodeURIComponent(code)}/api/draws/${encodeURIComponent(draw)}`,
  );
  if (!answer.ok) return 'failed';
  const record = (await answer.json()) as PublishedDraw;
  if (record.status !== 'result') return 'failed';
  const { lock, lockHash, entropy, order } = record;
  const reserve = Object.fromEntries(record.reserve.map(({ cell, ids }) => [cell, ids]));
  const seed = toHex(seedOf(lockHash, entropy));
  const place = attributesOf(lock.rule).indexOf(GROUP);
  const groupOf = (cell: string) => (place < 0 ? '' : (cell.split('|')[place] ?? ''));
  const steps = reserveAdvice({ lock, seed, selected: order, reserve }, (cell) =>
    Math.round(percentOf(groupOf(cell)) * 10_000),
  );
  try {
    const { ask, holds, isEnough } = await sliced(steps);
    const asked = new Set(ask);
    const counts = new Map<string, number>();
    for (const [cell, members] of cellsOf(lock.pool, attributesOf(lock.rule))) {
      const count = members.filter(({ id }) => asked.has(id)).length;
      if (count > 0) counts.set(groupOf(cell), (counts.get(groupOf(cell)) ?? 0) + count);
    }
    const groups = [...counts].map(([group, count]) => ({ group, count }));
    return { ask, groups, holds, runs: RUNS, isEnough };
  } catch (error) {
    if (error instanceof RangeError) return 'too-many';
    throw error;
  }
}

async function sliced<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const until = ticks() + SLICE_MS;
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
    } while (ticks() < until);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
