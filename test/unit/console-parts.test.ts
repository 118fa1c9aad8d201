// Parts of the console that decide something: addresses, which way a command goes, what tells namesakes apart.
import { describe, expect, it } from 'vitest';
import { addressOf, placeAt, TABS } from '../../client/console/place.ts';
import { isLong } from '../../client/console/parts/long-message.ts';
import { PLACES } from '../../client/console/setup/steps.ts';
import { randomDice } from '../../client/console/stage/random-dice.ts';
import { namesakes } from '../../client/console/tickets/namesakes.ts';
import type { GroupId, ReviewerId } from '../../shared/ids.ts';

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

describe('people of one name', () => {
  const person = (reviewer: string, name: string, group: string) => ({
    reviewer: reviewer as ReviewerId,
    name,
    group: group as GroupId,
  });
  const apart = namesakes([
    person('R1', '张伟', 'a'),
    person('R2', '张伟', 'b'),
    person('R3', '李娜', 'a'),
    person('R4', '李娜', 'a'),
    person('R5', '李娜', 'b'),
    person('R6', '王芳', 'a'),
  ]);
  it.each([
    ['R1', 'group'],
    ['R2', 'group'],
    ['R3', 'id'],
    ['R4', 'id'],
    ['R5', 'group'],
    ['R6', null],
    ['R7', null],
  ])('%s is told apart by %s', (reviewer, by) => {
    expect(apart(reviewer)).toBe(by);
  });
});
