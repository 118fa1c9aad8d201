// Dice, digit by digit as they are read aloud: by one person, then by another, and equal or not taken (DRAW.md §2).
import { readDice } from '../../dice-reading.ts';
import type { diceCommands } from '../commands/draws.ts';
import { beaconOf, hasPassed } from '../draws/beacon.ts';
import { agreedCount, agreedRow, diceOf } from '../draws/reading.ts';
import type { MeetingEvent } from '../events.ts';
import { accept, refuse } from '../world.ts';
import type { Deciders } from './decider.ts';
import { readSources } from './entropy.ts';

export const diceDeciders = {
  /**
   * Changes a row of dice: at the place `at` (from 0), `took` digits are taken away and `digits` put there. Refused where
   * the row was changed since by another page (`edits`), and for the second reading before the first is whole. With the
   * last die on which both agree the sources are read, so that nobody can look at the dice and then not use them; where
   * the beacon is still to come, they stand from then on. Refused once its round is published: such a draw is void.
   * The digits of a number are thrown one by one: what both have read stands, and the next comes after it.
   */
  TypeDice: (world, { draw: id, reading, edits, at, took, digits }, { now }) => {
    const draw = world.meeting.draws.find((one) => one.id === id);
    const dice = draw && diceOf(draw);
    if (draw?.phase !== 'locked' || !dice) return refuse({ code: 'draw-not-ready' });
    if (!draw.wordsClosed && draw.lock.entropy.some(({ type }) => type === 'phones'))
      return refuse({ code: 'words-open' });
    // They stand as both read them, and the beacon may be known by now.
    if (draw.closes.dice !== null && !dice.oneByOne) return refuse({ code: 'draw-not-ready' });
    if (hasPassed(draw, now)) return refuse({ code: 'beacon-passed' });
    const typed = draw.readings[reading];
    if (edits !== typed.edits || at + took > typed.row.length)
      return refuse({ code: 'dice-elsewhere' });
    const stand = dice.oneByOne ? agreedCount(draw.readings, dice.count) : 0;
    if (at < stand) return refuse({ code: 'digit-stands' });
    const due = dice.oneByOne ? stand + 1 : dice.count;
    if (reading === 'second' && draw.readings.first.row.length < due)
      return refuse({ code: 'first-reading-open' });
    const { row: put, stray } = readDice(digits, dice.six);
    const row = typed.row.slice(0, at) + put + typed.row.slice(at + took);
    if (stray || row.length > due)
      return refuse({ code: 'dice-wrong', have: row.length, want: due });
    if (took === 0 && put === '') return accept([]);
    // The same digit typed once more is a change: the page that sent it counts it.
    const event: MeetingEvent = { type: 'DiceTyped', draw: id, reading, row };
    const readings = { ...draw.readings, [reading]: { row, edits: edits + 1 } };
    const waits = beaconOf(draw.lock) !== null && !dice.oneByOne;
    if (agreedRow(readings, dice.count) === null || waits) return accept([event]);
    const read = readSources(world, { ...draw, readings });
    return read.ok ? accept([event, ...read.events]) : read;
  },
} satisfies Deciders<typeof diceCommands>;
