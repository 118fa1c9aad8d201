// The part of a lock's check that looks at its entropy sources (DRAW.md §2).

import { QUICKNET, roundTime } from './beacon.ts';
import type { Rule, Source, SourceFlaw } from './lock-form.ts';
import { hasShape, isHex64, isInteger, isList, isPlainObject } from './shape.ts';

// 20 ten-sided and 26 six-sided dice hold 66 and 67 bits: too many to steer by trying throws.
const FEWEST_DICE10 = 20;
const FEWEST_DICE6 = 26;

/**
 * The first flaw of `lock.entropy`, or null.
 *
 * @param lockedAt seconds since 1970; a beacon round must be published later.
 * @param rule well formed
 */
export function sourcesFlaw(sources: unknown, lockedAt: number, rule: Rule): SourceFlaw | null {
  if (!isList(sources) || sources.length === 0) return 'no-source';
  for (const source of sources) {
    const flaw = sourceFlaw(source, lockedAt);
    if (flaw !== null) return flaw;
  }
  const known = sources as readonly Source[];
  if (rule.kind === 'lots') return lotsSourcesFlaw(known, rule.m);
  return known.some(({ type }) => type === 'digits') ? 'digits-place' : null;
}

/** What numbers the panels, and then the digits of a number. */
function lotsSourcesFlaw(sources: readonly Source[], m: number): SourceFlaw | null {
  const types = sources.map(({ type }) => type);
  const last = sources.at(-1);
  if (types.indexOf('digits') !== types.length - 1) return 'digits-place';
  if (last?.type === 'digits' && 10 ** last.count !== m) return 'digits-place';
  if (new Set(types).size !== types.length) return 'source-twice';
  return types.some((type) => type !== 'salt' && type !== 'digits') ? null : 'salt-alone';
}

function sourceFlaw(source: unknown, lockedAt: number): SourceFlaw | null {
  if (!isPlainObject(source)) return 'source-shape';
  switch (source['type']) {
    case 'dice10':
      return diceFlaw(source, FEWEST_DICE10);
    case 'dice6':
      return diceFlaw(source, FEWEST_DICE6);
    case 'drand':
      return drandFlaw(source, lockedAt);
    case 'phones':
      return hasShape(source, ['type']) ? null : 'source-shape';
    case 'salt':
      if (!hasShape(source, ['type', 'commit'])) return 'source-shape';
      return isHex64(source['commit']) ? null : 'salt-commit';
    case 'digits':
      if (!hasShape(source, ['type', 'count'])) return 'source-shape';
      return isInteger(source['count']) ? null : 'source-shape';
    default:
      return 'source-type';
  }
}

function diceFlaw(source: unknown, fewest: number): SourceFlaw | null {
  if (!hasShape(source, ['type', 'count'])) return 'source-shape';
  const { count } = source;
  return isInteger(count) && count >= fewest ? null : 'dice-count';
}

function drandFlaw(source: unknown, lockedAt: number): SourceFlaw | null {
  if (!hasShape(source, ['type', 'chain', 'round'])) return 'source-shape';
  const { chain, round } = source;
  if (chain !== QUICKNET.chain) return 'drand-chain';
  if (!isInteger(round) || round < 1) return 'drand-round';
  return roundTime(round) > lockedAt ? null : 'drand-past';
}
