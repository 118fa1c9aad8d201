// How stable a rank is: raters drawn anew a thousand times, with repetition, and ranked each time (RESULTS.md §10).
import { entry } from '../../entry.ts';
import { byCodeUnits } from '../../draw/canonical.ts';
import { fromHex, tagged } from '../../draw/hash.ts';
import { openStream, type Stream } from '../../draw/seed.ts';
import { composeGroups } from '../../scoring/counting.ts';
import type { JudgedSubject } from './judged.ts';
import { ranksOf } from './places.ts';
import { ordered, weightedValue } from './weighted-value.ts';

export const RESAMPLES = 1000;
/** Places of the sorted ranks, from 1: nine in ten of them lie between. */
const ENDS = [51, 950] as const;

/** First and last rank, 1 the best. */
export type RankInterval = readonly [number, number];

export interface RankIntervals {
  readonly overall: RankInterval;
  readonly category: RankInterval;
}

/** T("bootstrap", head): the head of the log at the reveal, 64 hex digits, as 32 bytes. */
export function resampleSeed(head: string): Uint8Array {
  return tagged('bootstrap', fromHex(head));
}

/**
 * The interval of each subject's rank, exact: the 51st and the 950th of its ranks in 1,000 resamples. In each, group by group
 * in order of id, as many raters as the group has are drawn from it in order of id, one below(n) of the stream "resample"
 * each; who is drawn twice counts twice for every subject. Ranks are before the tie-break; without a score in a resample a
 * subject has the last place.
 *
 * @param subjects of the set; its raters are the seats with a total on any of them
 * @param seed 32 bytes, see {@link resampleSeed}
 * @param tell is told now and then how far it is, from 0 to 1
 */
export function rankIntervals(
  subjects: readonly JudgedSubject[],
  seed: Uint8Array,
  tell: (done: number) => void = () => undefined,
): ReadonlyMap<string, RankIntervals> {
  const panels = panelsOf(subjects);
  const raters = panels.flat();
  const numbers = new Map(raters.map((seat, n) => [seat, n]));
  const prepared = subjects.map(({ id, category, rules, groups }) => ({
    ...{ id, category, rules },
    groups: groups.map((group) => ordered(group, (seat) => numbers.get(seat) ?? -1)),
    overall: new Uint16Array(RESAMPLES),
    within: new Uint16Array(RESAMPLES),
  }));
  const stream = openStream(seed, 'resample');
  const times = new Uint16Array(raters.length);
  for (let resample = 0; resample < RESAMPLES; resample += 1) {
    draw(panels, stream, times);
    const scored = prepared.map(({ id, category, rules, groups }) => {
      const shares = groups.map((group) => ({
        weight: group.weight,
        value: weightedValue(group, rules, times),
      }));
      const composed = composeGroups(shares, rules);
      return { id, category, score: composed.ok ? composed.score : null };
    });
    const ranks = ranksOf(scored);
    for (const { id, overall, within } of prepared) {
      const rank = ranks.get(id);
      overall[resample] = rank?.overall ?? 0;
      within[resample] = rank?.category ?? 0;
    }
    if ((resample + 1) % TOLD_EVERY === 0) tell((resample + 1) / RESAMPLES);
  }
  return new Map(
    prepared.map(({ id, overall, within }) => [
      id,
      { overall: intervalOf(overall), category: intervalOf(within) },
    ]),
  );
}

const TOLD_EVERY = 20;

/** The raters of each group, groups and raters in order of id. */
function panelsOf(subjects: readonly JudgedSubject[]): readonly (readonly string[])[] {
  const panels = new Map<string, Set<string>>();
  for (const { groups } of subjects)
    for (const { id, ballots } of groups) {
      const panel = entry(panels, id, () => new Set());
      for (const { seat } of ballots) panel.add(seat);
    }
  return [...panels]
    .sort(([a], [b]) => byCodeUnits(a, b))
    .map(([, panel]) => [...panel].sort(byCodeUnits));
}

/** How often each rater is drawn, in the order of the panels. */
function draw(panels: readonly (readonly string[])[], stream: Stream, times: Uint16Array): void {
  times.fill(0);
  let first = 0;
  for (const { length } of panels) {
    for (let n = 0; n < length; n += 1) {
      const picked = first + stream.below(length);
      times[picked] = (times[picked] ?? 0) + 1;
    }
    first += length;
  }
}

function intervalOf(ranks: Uint16Array): RankInterval {
  const sorted = ranks.slice().sort();
  const at = (place: number) => sorted[place - 1] ?? 0;
  return [at(ENDS[0]), at(ENDS[1])];
}
