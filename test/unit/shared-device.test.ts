// What else several pages of one device keep in the storage that they share: none takes away what another has put there.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { forgetLost, handOver, keepLost, lostHere, unsentIn } from '../../client/kiosk/handover.ts';
import type { Lost } from '../../client/kiosk/leaving.ts';
import { isOlder } from '../../client/phone/slips/epoch.ts';
import { keptKey, openShelf } from '../../client/phone/slips/shelf.ts';
import { submitted } from '../../client/phone/slips/slips.ts';
import { dropWord, keepWord, recallWord, wordKey } from '../../client/phone/draw/word.ts';
import { Disk, nothing, scores, tap, target } from './phone-builders.ts';

let disk: Disk;
beforeEach(() => {
  disk = new Disk();
  vi.stubGlobal('localStorage', disk);
  vi.stubGlobal('location', { pathname: '/m/hall1/kiosk' });
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"ok":true}', { status: 200 })));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const waits = (seat: string) => {
  const { slips } = submitted(nothing, [], target, scores(37, 18), tap());
  openShelf(keptKey('hall1', seat), () => disk).write({ slips, sheets: {} });
};
const lost = (id: string, seat: string | null): Lost => ({
  ...{ id, seat, name: `代表${id}`, units: ['区交通局'], why: null },
});

describe('a tablet at the desk with two pages', () => {
  test('handed back on one, it keeps the ballot that waits for another person', async () => {
    waits('S001');
    keepWord(wordKey('hall1', 'S002', 'D1'), '清风');
    disk.setItem(`${keptKey('hall1', 'S002')}/draft/R/1/u6`, '{"target":{},"scores":{}}');
    expect(await handOver('hall1')).toBe(true);
    expect(unsentIn('hall1')).toEqual(['区交通局']);
    expect(
      [...disk.items.keys()].filter((name) => !name.startsWith(keptKey('hall1', 'S001'))),
    ).toEqual([]);
  });

  test('both tell of a ballot that did not count: each is read, and neither instead of the other', () => {
    waits('S001');
    waits('S002');
    keepLost('hall1', lost('a', 'S001'));
    expect(unsentIn('hall1')).toHaveLength(1);
    keepLost('hall1', lost('b', 'S002'));
    expect(unsentIn('hall1')).toEqual([]);
    const read: string[] = [];
    for (let one = lostHere(); one; one = lostHere()) {
      read.push(one.name);
      forgetLost(one);
    }
    expect(read.sort()).toEqual(['代表a', '代表b']);
  });

  test('what an older version kept is told as well', () => {
    disk.setItem(
      'kleroterion.kiosk.lost',
      JSON.stringify({ name: '代表c', units: ['u'], why: null }),
    );
    const one = lostHere();
    expect(one?.name).toBe('代表c');
    forgetLost(one!);
    expect(lostHere()).toBeNull();
  });
});

describe('a word for a draw', () => {
  const key = wordKey('hall1', 'S001', 'D1');

  test('given on one page is the seat’s: another page sends the same one', () => {
    expect(keepWord(key, '清风')).toBe('清风');
    expect(keepWord(key, '秋水')).toBe('清风');
    expect(recallWord(key)).toBe('清风');
  });

  test('refused on one page takes away no other page’s', () => {
    keepWord(key, '清风');
    dropWord(key, '秋水');
    expect(recallWord(key)).toBe('清风');
    dropWord(key, '清风');
    expect(recallWord(key)).toBe('');
  });
});

describe('the epoch', () => {
  test('that another page has put back is put right again, for whoever opens next', () => {
    const there = () => disk;
    expect(isOlder('two', 3, there)).toBe(false);
    disk.setItem('kleroterion.epoch.two', '2');
    expect(isOlder('two', 2, there)).toBe(true);
    expect(disk.getItem('kleroterion.epoch.two')).toBe('3');
  });
});
