// What the lottery's thread does: a lottery of panels, or a list of lots that is made from one.
import { cellTable, type Demand } from '../../shared/draw/lottery/cell-table.ts';
import { dealPanels } from '../../shared/draw/lottery/deal.ts';
import { oneAttributeLots } from '../../shared/draw/lottery/one-attribute.ts';
import type { Relaxation } from '../../shared/draw/lottery/relaxation.ts';
import { roundToLots } from '../../shared/draw/lottery/round-lots.ts';
import { wholeWeights } from '../../shared/draw/lottery/weights.ts';
import type { LotteryPanel } from '../../shared/draw/lock-form.ts';
import type { Panel } from '../../shared/draw/lots.ts';
import { openStream } from '../../shared/draw/seed.ts';
import { findLottery, type Found, type Objective } from './find-lottery.ts';
import { relaxation } from './relax.ts';
import { loadSolver } from './solver.ts';

export type { Objective } from './find-lottery.ts';

/** What a lottery is made for: the members of a rule `lottery` but its panels, and the pool that it draws from. */
export interface LotteryRequest extends Demand {
  readonly objective?: Objective;
}

/** What a list is made for: the members of a rule `lots` but its hash, and the pool that it draws from. */
export interface ListRequest extends LotteryRequest {
  /** How many panels: 10, 100 or 1,000. */
  readonly m: number;
  /** 32 random bytes, which decide who sits with whom as the list is made. */
  readonly random: Uint8Array;
}

/** How far the work is: a part of it, and how much of that is done, from 0 to 1. */
export interface LotteryProgress {
  readonly part: 'chances' | 'list';
  readonly done: number;
}

interface Chances {
  /** The least and the largest chance of those in the pool without `leftOut`. */
  readonly min: number;
  readonly max: number;
  /** No lottery under these quotas gives everybody of them a larger chance. */
  readonly upper: number;
  /** Whom no panel within the quotas can hold: they stand in a lock's `excluded`, why "quota". */
  readonly leftOut: readonly string[];
}

/** No panel obeys every quota; the smallest change of them with which one does. */
interface Infeasible {
  readonly ok: false;
  readonly why: 'infeasible';
  readonly relaxation: Relaxation;
}

export type LotteryMade =
  | ({
      readonly ok: true;
      /** As a lock takes them: `ruleFlaw` finds no flaw in them, for the pool without `leftOut`. */
      readonly panels: readonly LotteryPanel[];
      /** Everybody's chance by these panels, 0 for those left out. */
      readonly chances: Readonly<Record<string, number>>;
    } & Chances)
  | Infeasible;

export type ListMade =
  | ({
      readonly ok: true;
      /** A list in which `listFlaw` finds no flaw, for the pool without `leftOut`. */
      readonly list: readonly Panel[];
    } & Chances)
  | Infeasible
  /** Of so few panels somebody would be in none. */
  | { readonly ok: false; readonly why: 'too-few-lots' };

type Tell = (progress: LotteryProgress) => void;

/** The fairest lottery; its weights are what it says of chances. */
export async function workLottery(request: LotteryRequest, tell: Tell): Promise<LotteryMade> {
  const found = await lotteryOf(request, tell);
  if ('why' in found) return found;
  const { table, upper, leftOut } = found;
  const weights = wholeWeights(found.panels.map(({ share }) => share));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const chances = table.sizes.map((size, cell) => {
    let taken = 0;
    for (const [n, { take }] of found.panels.entries())
      taken += (weights[n] ?? 0) * (take[cell] ?? 0);
    return taken / total / size;
  });
  return {
    ok: true,
    panels: found.panels.map(({ take }, n) => ({
      w: weights[n] ?? 0,
      take: Object.fromEntries(
        table.names.flatMap((name, cell) => {
          const count = take[cell] ?? 0;
          return count > 0 ? [[name, count]] : [];
        }),
      ),
    })),
    chances: Object.fromEntries([
      ...table.members.flatMap((ids, cell) => ids.map((id) => [id, chances[cell] ?? 0] as const)),
      ...leftOut.map((id) => [id, 0] as const),
    ]),
    ...{ min: Math.min(...chances), max: Math.max(...chances), upper, leftOut },
  };
}

/** A list of lots. Where no two quotas count the same person it is written down, else rounded from the fairest lottery. */
export async function workList(request: ListRequest, tell: Tell): Promise<ListMade> {
  const { m, random } = request;
  const { below } = openStream(random, 'list');
  const easy = request.objective === 'goldilocks' ? null : oneAttributeLots(cellTable(request), m);
  if (easy !== null) {
    const list = dealPanels(cellTable(request), easy.compositions, below);
    return listed(list, { upper: easy.upper, leftOut: [] }, request.pool.length);
  }
  const found = await lotteryOf(request, tell);
  if ('why' in found) return found;
  tell({ part: 'list', done: 0 });
  const { table, upper, leftOut } = found;
  const compositions = roundToLots(table, found.panels, m, below);
  if (compositions === null) return { ok: false, why: 'too-few-lots' };
  const list = dealPanels(table, compositions, below);
  return listed(list, { upper, leftOut }, request.pool.length - leftOut.length);
}

async function lotteryOf(request: LotteryRequest, tell: Tell): Promise<Found | Infeasible> {
  const highs = await loadSolver();
  const told = (done: number) => tell({ part: 'chances', done });
  const found = findLottery(highs, request, request.objective ?? 'leximin', told);
  if (found !== null) return found;
  return { ok: false, why: 'infeasible', relaxation: relaxation(highs, request) };
}

function listed(
  list: readonly Panel[],
  known: Pick<Chances, 'upper' | 'leftOut'>,
  people: number,
): ListMade {
  const times = new Map<string, number>();
  for (const panel of list) for (const id of panel) times.set(id, (times.get(id) ?? 0) + 1);
  if (times.size < people) return { ok: false, why: 'too-few-lots' };
  const counts = [...times.values()];
  const chance = (count: number) => count / list.length;
  return {
    ...{ ok: true, list, ...known },
    ...{ min: chance(Math.min(...counts)), max: chance(Math.max(...counts)) },
  };
}
