// Parts of the console that decide something: addresses, which way a command goes, whom a name means.
import { describe, expect, it } from 'vitest';
import { addressOf, placeAt, TABS } from '../../client/console/place.ts';
import { windowOf, onLane } from '../../client/console/results/interval.ts';
import { isLong } from '../../client/console/parts/long-message.ts';
import { PLACES } from '../../client/console/setup/steps.ts';
import { randomDice } from '../../client/console/stage/random-dice.ts';
import {
  pastedPeople,
  reviewersOf,
  searchPeople,
} from '../../client/console/setup/choose-people.ts';
import { personRows } from '../../shared/views/console/desk.ts';
import { created, reviewerId } from '../builders.ts';

describe('an address in the console', () => {
  it('leads back to its step and its tab', () => {
    const rest = (address: string) => address.replace('/m/abc/console/', '');
    for (const step of PLACES)
      expect(placeAt(rest(addressOf('abc', 'setup', step)))).toEqual({ tab: 'setup', step });
    for (const tab of TABS) expect(placeAt(rest(addressOf('abc', tab)))?.tab).toBe(tab);
  });

  it('of an unknown step is the first step; of an unknown tab nothing', () => {
    expect(placeAt('setup/nonsense')).toEqual({ tab: 'setup', step: 'overview' });
    expect(placeAt('setup')).toEqual({ tab: 'setup', step: 'overview' });
    expect(placeAt('nonsense')).toBeNull();
    expect(placeAt('')).toBeNull();
  });
});

describe('dice of a rehearsal', () => {
  it('are as many as asked, of the sides that the dice have', () => {
    expect(randomDice(20, false)).toMatch(/^[0-9]{20}$/);
    expect(randomDice(26, true)).toMatch(/^[1-6]{26}$/);
    expect(new Set(randomDice(500, false)).size).toBe(10);
    expect(new Set(randomDice(500, true)).size).toBe(6);
  });
});

describe('a command', () => {
  const cards = (n: number) => ({
    command: {
      type: 'AddItems',
      items: Array.from({ length: n }, () => ({ text: '茶'.repeat(900) })),
    },
  });
  it('goes over HTTP where a socket would not take it, counted in bytes', () => {
    expect(isLong(cards(1))).toBe(false);
    expect(isLong(cards(4))).toBe(true);
  });
});

describe('a name that several people have', () => {
  const play = created();
  play.staff({
    type: 'ImportReviewers',
    source: 'r.csv',
    entries: ['张伟', '张 伟', '李娜'].map((name, n) => ({
      ...{ id: reviewerId(`R${String(n + 1)}`), name, group: '甲', attributes: {}, recusals: [] },
    })),
  });
  const people = reviewersOf(personRows(play));

  it.each([
    ['张伟', { found: [], unknown: [], several: ['张伟'] }],
    ['李娜 张伟、王芳', { found: ['R3'], unknown: ['王芳'], several: ['张伟'] }],
    ['R2 张伟（R1） ＬＩ', { found: ['R2', 'R1'], unknown: ['LI'], several: [] }],
  ])('pasted as %s seats none of them by guess', (pasted, expected) => {
    expect(pastedPeople(people, pasted)).toEqual(expected);
  });

  it('finds them all', () => {
    expect(searchPeople(people, '张伟', 5).map(({ reviewer }) => reviewer)).toEqual(['R1', 'R2']);
  });
});

describe('the ranks that are drawn about an interval', () => {
  it('are ten around it, as far as there are so many', () => {
    expect(windowOf([2, 7], 4, 50)).toEqual([1, 10]);
    expect(windowOf([20, 23], 21, 50)).toEqual([17, 26]);
    expect(windowOf([48, 50], 49, 50)).toEqual([41, 50]);
    expect(windowOf([1, 2], 1, 3)).toEqual([1, 3]);
  });

  it('hold all of it and the unit’s own place, and are a lane where that is too wide', () => {
    expect(windowOf([5, 20], 8, 50)).toEqual([5, 20]);
    // Its own may lie beside what it had in nine of ten.
    expect(windowOf([8, 21], 6, 50)).toEqual([6, 21]);
    expect(windowOf([5, 35], 8, 50)).toBeNull();
    expect([onLane(1, 50), onLane(50, 50), onLane(1, 1)]).toEqual([0, 100, 50]);
  });
});
