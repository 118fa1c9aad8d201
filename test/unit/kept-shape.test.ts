// What lies in a browser's storage is anybody's: pages read it as such.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lostIn } from '../../client/kiosk/leaving.ts';
import { keep, recall } from '../../client/live/storage.ts';
import { isOlder } from '../../client/phone/epoch.ts';
import { openShelf, readKept } from '../../client/phone/kept.ts';
import { takeOlder } from '../../client/phone/kept-v1.ts';
import type { Kept } from '../../client/phone/merge.ts';
import { keptSecret } from '../../client/phone/waiting-secret.ts';
import { recallWord } from '../../client/phone/word.ts';
import { hostileScores } from '../hostile-names.ts';
import { Disk } from './phone-builders.ts';

const EMPTY: Kept = {
  ...{ outbox: { waiting: [], refused: [] }, drafts: {} },
  ...{ acknowledged: {}, sheets: {} },
};
const holding = (value: unknown) => () => ({
  getItem: () => (typeof value === 'string' ? value : JSON.stringify(value)),
});
/** A browser's storage, with these in it from before. */
function disk(before: Readonly<Record<string, unknown>> = {}): () => Disk {
  const texts = Object.entries(before).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const one = new Disk(Object.fromEntries(texts) as Record<string, string>);
  return () => one;
}
const read = (kept: () => Disk): Kept => readKept(openShelf('k', kept));
/** The same, as the version before this one kept it in one piece. */
function readOlder(kept: unknown, acknowledged: unknown = []): Kept {
  const older = disk({ k: kept, 'k.acknowledged': acknowledged });
  takeOlder('k', older);
  return read(older);
}
const refusing = () => {
  throw new DOMException('refused', 'SecurityError');
};

const sheet = {
  ...{ id: '__proto__', version: 1, name: 'x' },
  criteria: [{ id: 'constructor', name: 'y', max: 10, step: 1, weight: 10 }],
};
const subject = {
  ...{ id: 'then', name: 'z', out: null, documents: [] },
  category: { id: 'K1', name: 'k', mark: 'k', hue: 0 },
};
const target = { round: 'r-a', attempt: 1, subject, sheet, ordinal: null };
const choice = hostileScores(1);
const tap = { id: 'a', at: 7, claim: 1, epoch: 1, over: null };
const waits = { target, rev: 1, choice, tap, renumbered: 0 };
const whole = {
  outbox: {
    waiting: [waits],
    refused: [
      {
        target: { ...target, round: 'r-b' },
        ...{ choice: { kind: 'abstain' }, refusal: { code: 'round-closed' }, tap },
      },
    ],
  },
  drafts: { '__proto__/1/then': { target: { ...target, round: '__proto__' }, scores: {} } },
  acknowledged: {
    'r-c/1/then': {
      ...{ round: 'r-c', attempt: 1, subject, rev: 1, choice },
      ...{ total: null, code: 'x', tap },
    },
  },
  sheets: { 'r-a/1': sheet },
} as unknown as Kept;
/** As an older version kept it: without taps. */
const older = {
  v: 1,
  outbox: {
    waiting: whole.outbox.waiting.map(({ target, rev, choice }) => ({ target, rev, choice })),
    refused: whole.outbox.refused.map(({ target, choice, refusal }) => ({
      ...{ target, choice, refusal },
    })),
  },
  ...{ drafts: whole.drafts, sheets: whole.sheets },
};

describe('what a browser keeps', () => {
  it('comes back as it was written', () => {
    const kept = disk();
    expect(openShelf('k', kept).write(whole)).toBe(true);
    expect(read(kept)).toEqual(whole);
  });

  it('is nothing where it is no JSON, another shape, or refused', () => {
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '1',
      '"x"',
      '{"v":1}',
      '{"v":1,"outbox":[],"drafts":[],"sheets":1}',
    ])
      for (const kind of ['waiting', 'refused', 'draft', 'acknowledged', 'sheet']) {
        expect(read(disk({ [`k/${kind}/x/y`]: text }))).toEqual(EMPTY);
        expect(readOlder(text, text)).toEqual(EMPTY);
      }
    expect(readKept(openShelf('k', refusing))).toEqual(EMPTY);
    expect(readKept(openShelf('k', () => null as unknown as Storage))).toEqual(EMPTY);
    expect(readOlder(null, '{"length":1}')).toEqual(EMPTY);
    expect(readOlder(null, [null, 1, {}, { rev: 1 }])).toEqual(EMPTY);
    for (const kept of [{ ticket: 1 }, [], 'x', { __proto__: { ticket: 'x' } }])
      expect(keptSecret('m', holding(kept))).toBe(null);
    for (const kept of [
      null,
      1,
      [],
      {},
      { name: 1 },
      { name: 'x', units: 'y' },
      { name: 'x', units: [1], why: null },
    ])
      expect(lostIn(kept)).toBe(null);
  });

  it('loses one damaged entry and no other', () => {
    for (const damage of [
      null,
      1,
      {},
      { ...waits, rev: '1' },
      { ...waits, tap: null },
      { ...waits, tap: { ...tap, at: 'x' } },
      { ...waits, choice: { kind: 'scores', scores: { c1: 'x' } } },
      { ...waits, choice: { kind: 'toString' } },
      { ...waits, target: { ...target, sheet: null } },
      { ...waits, target: { ...target, sheet: { ...sheet, criteria: {} } } },
      { ...waits, target: { ...target, subject: { ...subject, category: null } } },
    ]) {
      const kept = disk({ 'k/waiting/bad/a': damage });
      openShelf('k', kept).write(whole);
      expect(read(kept)).toEqual(whole);
    }
    const kept = disk({ 'k/draft/bad': { target }, 'k/sheet/bad': {}, 'k/acknowledged/x/y': {} });
    openShelf('k', kept).write(whole);
    expect(read(kept)).toEqual(whole);
  });

  it('loses no more of what an older version kept', () => {
    const found = readOlder(older);
    expect(found.outbox.waiting).toMatchObject(older.outbox.waiting);
    expect(found.outbox.refused).toMatchObject(older.outbox.refused);
    for (const damage of [null, 1, {}, { ...waits, target: null }, { ...waits, choice: 1 }]) {
      const outbox = { ...older.outbox, waiting: [damage, ...older.outbox.waiting] };
      expect(readOlder({ ...older, outbox }, [damage])).toEqual(found);
    }
    const bad = { drafts: { ...older.drafts, bad: {} }, sheets: { ...older.sheets, bad: 1 } };
    expect(readOlder({ ...older, ...bad })).toEqual(found);
  });

  it('is read without an exception, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('outbox', 'drafts', 'sheets'), (value, name) => {
        for (const kind of ['waiting', 'refused', 'draft', 'acknowledged', 'sheet'])
          read(disk({ [`k/${kind}/x/y`]: value }));
        expect(readOlder({ ...older, [name]: value }, value)).toHaveProperty('outbox');
        lostIn(value);
      }),
    );
  });

  it('is let go of where it is longer than any ballot: the server would end each connection on which it is sent', () => {
    const long = 'x'.repeat(20_000);
    const scores = Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`c${String(n)}`, n]));
    const tooMuch = { kind: 'scores', scores } as const;
    const { 'r-c/1/then': counted } = whole.acknowledged;
    for (const [name, damage] of [
      ['waiting/x/a', { ...waits, target: { ...target, round: long } }],
      ['waiting/x/a', { ...waits, target: { ...target, subject: { ...subject, id: long } } }],
      ['waiting/x/a', { ...waits, choice: tooMuch }],
      ['refused/x/a', { ...whole.outbox.refused[0], choice: tooMuch }],
      ['acknowledged/x/a', { ...counted, choice: tooMuch }],
      ['draft/x', { target, scores }],
      ['sheet/x', { ...sheet, criteria: [{ ...sheet.criteria[0], id: long }] }],
    ] as const)
      expect(read(disk({ [`k/${name}`]: damage }))).toEqual(EMPTY);
    expect(recallWord('w', holding(long))).toBe('');
    expect(recallWord('w', holding('城'.repeat(40)))).toBe('城'.repeat(40));
  });

  it('is a draft only of what its sheet asks, and is let go of whatever its name says', () => {
    for (const scores of [{ other: 1 }, JSON.parse('{"constructor":1,"__proto__":5}') as object])
      expect(read(disk({ 'k/draft/r-a/1/then': { target, scores } }))).toEqual(EMPTY);
    const draft = { target, scores: { constructor: 1 } };
    expect(Object.keys(read(disk({ 'k/draft/elsewhere': draft })).drafts)).toEqual(['r-a/1/then']);
    const { drafts } = readOlder({ ...older, drafts: { elsewhere: draft } });
    expect(Object.keys(drafts)).toEqual(['r-a/1/then']);
    const kept = disk({ 'k/draft/elsewhere': draft });
    const shelf = openShelf('k', kept);
    shelf.write({ ...readKept(shelf), drafts: {} });
    expect(read(kept)).toEqual(EMPTY);
  });

  it('shuts no phone out for ever by a number that is none', () => {
    for (const [n, text] of ['Infinity', 'x', '1e999', '-1', ''].entries())
      expect(
        isOlder(`m${String(n)}`, 1, () => ({ getItem: () => text, setItem: () => undefined })),
      ).toBe(false);
  });

  it('says whether it keeps, where the browser refuses', () => {
    expect(keep('k', 'v', refusing)).toBe(false);
    expect(keep('k', null, refusing)).toBe(false);
    expect(recall('k', refusing)).toBe(null);
    const nowhere = () => null as unknown as Storage;
    expect(keep('k', 'v', nowhere)).toBe(false);
    expect(recall('k', nowhere)).toBe(null);
    // No storage at all, as in this process.
    expect(recall('k')).toBe(null);
    expect(keep('k', 'v')).toBe(false);
  });
});
