// Dice, digit by digit as they are read aloud: by one person, then by another, and equal or not taken (DRAW.md §2).
import { readDice } from '../../dice-reading.ts';
import type { diceCommands } from '../commands/draws.ts';
import { agreedRow, diceOf } from '../draws/reading.ts';
import type { MeetingEvent } from '../events.ts';
import { accept, refuse } from '../world.ts';
import type { Deciders } from './decider.ts';
import { readSources } from './entropy.ts';

export const diceDeciders = {
  /**
   * Changes a row of dice: at the place `at` (from 0), `took` digits are taken away and `digits` put there. Refused where
   * the row was changed since by another page (`edits`), and for the second reading before the first is whole. With the
   * last die on which both agree the sources are read, so that nobody can look at the dice and then not use them.
   */
  TypeDice: (world, { draw: id, reading, edits, at, took, digits }) => {
    const draw = world.meeting.draws.find((one) => one.id === id);
    const dice = draw && diceOf(draw.lock);
    if (draw?.phase !== 'locked' || !dice) return refuse({ code: 'draw-not-ready' });
    if (!draw.wordsClosed && draw.lock.entropy.some(({ type }) => type === 'phones'))
      return refuse({ code: 'words-open' });
    const typed = draw.readings[reading];
    if (edits !== typed.edits || at + took > typed.row.length)
      return refuse({ code: 'dice-elsewhere' });
    if (reading === 'second' && draw.readings.first.row.length < dice.count)
      return refuse({ code: 'first-reading-open' });
    const { row: put, stray } = readDice(digits, dice.six);
    const row = typed.row.slice(0, at) + put + typed.row.slice(at + took);
    if (stray || row.length > dice.count)
      return refuse({ code: 'dice-wrong', have: row.length, want: dice.count });
    if (took === 0 && put === '') return accept([]);
    // The same digit typed once more is a change: the page that sent it counts it.
    const event: MeetingEvent = { type: 'DiceTyped', draw: id, reading, row };
    const readings = { ...draw.readings, [reading]: { row, edits: edits + 1 } };
    if (agreedRow(readings, dice.count) === null) return accept([event]);
    const read = readSources(world, { ...draw, readings });
    return read.ok ? accept([event, ...read.events]) : read;
  },
} satisfies Deciders<typeof diceCommands>;
