// The console's agenda: what the rail makes one row of, and where a row goes that is moved.
import { describe, expect, it } from 'vitest';
import { endOf, itemName, partsOf, railRows } from '../../client/console/stage/rail-rows.ts';
import { put } from '../../client/console/setup/lists.ts';
import { consoleText } from '../../shared/text/console.ts';
import type { Item } from '../../shared/meeting/agenda/item.ts';
import { asking, BOARD, card, planned, rowsOf } from './meeting/agenda-builders.ts';
import { itemId } from '../builders.ts';

const rowsWith = (...items: readonly (readonly [after: string, item: Item])[]) => {
  const play = planned();
  for (const [after, item] of items)
    play.staff({ type: 'AddItems', after: itemId(after), items: [item] });
  return railRows(rowsOf(play));
};
const shape = (rows: ReturnType<typeof railRows>) =>
  rows.map((row) => partsOf(row).map(({ item }) => String(item.id)));

describe('the rail', () => {
  it('makes one row of a presentation and its round', () => {
    expect(shape(rowsWith())).toEqual([['in'], ['p-U1', 's-U1'], ['p-U2', 's-U2'], ['w'], ['end']]);
  });

  it('keeps the draws of who asks in the turn that they stand in', () => {
    const rows = rowsWith(['p-U1', asking('q1')], ['q1', asking('q2')]);
    expect(shape(rows)).toEqual([
      ['in'],
      ['p-U1', 'q1', 'q2', 's-U1'],
      ['p-U2', 's-U2'],
      ['w'],
      ['end'],
    ]);
    expect(rows.flatMap((row) => (row.kind === 'turn' ? [row.n] : []))).toEqual([1, 2]);
    expect(endOf(rows[1])).toBe('s-U1');
  });

  it('leaves apart what does not belong together', () => {
    const board = { ...BOARD, id: itemId('b') };
    const rows = rowsWith(['p-U1', board], ['in', asking('q')], ['s-U2', asking('late')]);
    expect(shape(rows)).toEqual([
      ['in'],
      ['q'],
      ['p-U1'],
      ['b'],
      ['s-U1'],
      ['p-U2', 's-U2'],
      ['late'],
      ['w'],
      ['end'],
    ]);
  });

  it.each([
    ['zh', '抽提问代表'],
    ['en', 'Draw a questioner'],
  ] as const)('names a draw by what it draws in %s', (language, name) => {
    const row = rowsWith(['in', asking('q')])[1];
    if (!row) throw new Error('no row');
    expect(itemName(partsOf(row)[0], consoleText[language])).toBe(name);
  });

  it('names a card by its title alone', () => {
    const row = rowsWith(['in', card('tea')])[1];
    if (!row) throw new Error('no row');
    expect(itemName(partsOf(row)[0], consoleText.en)).toBe('茶歇');
  });
});

describe('a row that is moved by its number', () => {
  it.each([
    [0, 3, 'bcda'],
    [3, 0, 'dabc'],
    [1, 2, 'acbd'],
    [2, 2, 'abcd'],
    [0, 99, 'bcda'],
    [3, -1, 'dabc'],
    [9, 0, 'abcd'],
  ])('from %i to %i', (at, to, result) => {
    expect(put(['a', 'b', 'c', 'd'], at, to).join('')).toBe(result);
  });
});
