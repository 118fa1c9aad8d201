// What is odd about a scheme is said, and nothing is where nothing is odd.

import { describe, expect, test } from 'vitest';
import { schemeHints } from '../../../shared/scoring/hints.ts';
import type { SeatedGroup } from '../../../shared/scoring/no-live.ts';
import type { Scheme } from '../../../shared/scoring/scheme.ts';
import { schemeOf } from './schemes.ts';

const group = (name: string, seats: number, weight = 1): SeatedGroup => ({ name, seats, weight });
const THREE = [group('a', 12), group('b', 6), group('c', 0, 0)];

const hints = (rules: Partial<Scheme>, groups: readonly SeatedGroup[] = THREE, isLive = false) =>
  schemeHints(schemeOf(rules), groups, isLive);

describe('schemeHints', () => {
  test('has nothing to say of the defaults, nor before anybody sits', () => {
    expect(hints({})).toEqual([]);
    const nobody = [group('a', 0), group('b', 0)];
    expect(hints({ emptyGroup: 'incomplete', spread: { kind: 'trim', t: 9 } }, nobody)).toEqual([]);
  });

  test('names groups that a trim never reaches', () => {
    const never = (t: number) =>
      hints({ spread: { kind: 'trim', t } }).filter(({ kind }) => kind === 'never-trimmed');
    expect(never(1)).toEqual([]);
    expect(never(2)).toEqual([{ kind: 'never-trimmed', names: ['b'], ballots: 7 }]);
    expect(never(5)).toEqual([{ kind: 'never-trimmed', names: ['a', 'b'], ballots: 13 }]);
  });

  test('says from how many ballots a median shows, and that the ends change nothing about it', () => {
    expect(hints({ centre: 'median' }, [group('a', 12)])).toEqual([
      { kind: 'median-floor', ballots: 9 },
    ]);
    const kinds = (rules: Partial<Scheme>) => hints(rules).map(({ kind }) => kind);
    expect(kinds({ centre: 'median', spread: { kind: 'trim', t: 1 } })).toContain('trimmed-median');
    expect(kinds({ centre: 'median', spread: { kind: 'cap', margin: '5' } })).toContain(
      'capped-median',
    );
  });

  test('names groups that can never reach the floor, by what is left after the spread', () => {
    const small = [group('a', 12), group('b', 4)];
    expect(hints({}, small)).toEqual([{ kind: 'never-shown', names: ['b'] }]);
    expect(hints({ belowFloor: 'empty' }, small)).toEqual([{ kind: 'never-counts', names: ['b'] }]);
    // Six of which four are left; of five three.
    expect(hints({ belowFloor: 'empty', spread: { kind: 'trim', t: 1 } })).toEqual([
      { kind: 'never-counts', names: ['b'] },
    ]);
    // Of seven three are left: with one ballot fewer none are dropped, and it counts.
    const seven = [group('a', 12), group('b', 7)];
    expect(hints({ belowFloor: 'empty', spread: { kind: 'trim', t: 2 } }, seven)).toEqual([]);
    expect(hints({ centre: 'median' })).toContainEqual({ kind: 'never-shown', names: ['b'] });
  });

  test('names groups of weight in which nobody sits, where that leaves every subject without a score', () => {
    const vacant = [group('a', 12), group('b', 0), group('c', 0, 0)];
    expect(hints({}, vacant)).toEqual([]);
    expect(hints({ emptyGroup: 'incomplete' }, vacant)).toEqual([
      { kind: 'nobody-sits', names: ['b'] },
    ]);
    expect(hints({ emptyGroup: 'incomplete', belowFloor: 'empty', floor: 4 })).toEqual([
      { kind: 'all-or-nothing', floor: 4 },
    ]);
  });

  test('says why scores cannot be shown live: the scheme, too few seats, ballots that weigh too unlike', () => {
    const why = (rules: Partial<Scheme>, groups: readonly SeatedGroup[]) =>
      hints(rules, groups, true).flatMap((one) => (one.kind === 'no-live' ? [one.why] : []));
    expect(why({}, THREE)).toEqual([{ why: 'floor-counts' }]);
    expect(hints({}, THREE, false)).toEqual([]);
    const empty = { belowFloor: 'empty' } as const;
    expect(why(empty, THREE)).toEqual([]);
    expect(why(empty, [group('a', 12), group('b', 4)])).toEqual([
      { why: 'few-seats', group: 'b', seats: 4, least: 5 },
    ]);
    expect(why(empty, [group('a', 12), group('b', 0)])).toEqual([
      { why: 'few-seats', group: 'b', seats: 0, least: 5 },
    ]);
    expect(why({ ...empty, floor: 2 }, [group('a', 12), group('b', 2)])).toEqual([
      { why: 'few-seats', group: 'b', seats: 2, least: 3 },
    ]);
    // Of seven two at each end go, and three are left.
    expect(why({ ...empty, spread: { kind: 'trim', t: 2 } }, [group('a', 7)])).toEqual([
      { why: 'few-seats', group: 'a', seats: 7, least: 9 },
    ]);
    expect(why(empty, [group('a', 10), group('b', 30)])).toEqual([]);
    expect(why(empty, [group('a', 10), group('b', 31)])).toEqual([
      { why: 'uneven', heavy: 'a', light: 'b' },
    ]);
    expect(why(empty, [group('a', 10, 0.1), group('b', 10, 0.3)])).toEqual([]);
    expect(why(empty, [group('a', 10, 0.1), group('b', 10, 0.31)])).toEqual([
      { why: 'uneven', heavy: 'b', light: 'a' },
    ]);
    // Before anybody sits nobody knows how many will.
    expect(why(empty, [group('a', 0), group('b', 0)])).toEqual([]);
  });
});
