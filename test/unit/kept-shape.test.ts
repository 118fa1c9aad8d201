// What lies in a browser's storage is anybody's: pages read it as such.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lostIn } from '../../client/kiosk/leaving.ts';
import { keep, recall } from '../../client/live/storage.ts';
import { isOlder } from '../../client/phone/slips/epoch.ts';
import { textOf } from '../../client/phone/slips/join.ts';
import { matterOf } from '../../client/phone/slips/matter.ts';
import { olderIn, takenNames } from '../../client/phone/slips/older.ts';
import { liesOlder, openShelf, type Kept } from '../../client/phone/slips/shelf.ts';
import { recallWord } from '../../client/phone/draw/word.ts';
import { keptSecret } from '../../client/phone/join/waiting-secret.ts';
import { hostileScores } from '../hostile-names.ts';
import { Disk } from './phone-builders.ts';

const EMPTY: Kept = { slips: new Map(), sheets: {} };
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
const read = (kept: () => Disk): Kept => openShelf('k', kept).read();
/** The same, as the versions before this one kept it: in one piece, or each thing under a name of its own. */
function readOlder(
  kept: unknown,
  acknowledged: unknown = [],
  pieces: Readonly<Record<string, unknown>> = {},
): Kept {
  const older = disk({ k: kept, 'k.acknowledged': acknowledged, ...pieces });
  const { slips, sheets } = olderIn('k', older, EMPTY);
  return { slips, sheets };
}
const same = ({ slips, sheets }: Kept) => [[...slips.values()].map(textOf).sort(), sheets];
const refusing = () => {
  throw new DOMException('refused', 'SecurityError');
};

const named = { id: '__proto__', version: 1, name: 'x' };
/** As pages kept it before sheets were trees. */
const flat = {
  ...named,
  criteria: [{ id: 'constructor', name: 'y', max: 10, step: 1, weight: 10 }],
};
const sheet = {
  ...named,
  lines: [{ id: 'constructor', name: 'y', path: [], max: '10', step: '1', share: '10/10' }],
};
const forms = { forms: [sheet], of: [{ group: 'G', category: 'K1', form: 0 }] };
const subject = {
  ...{ id: 'then', name: 'z', out: null, documents: [] },
  category: { id: 'K1', name: 'k', mark: 'k', hue: 0 },
};
const target = { round: 'r-a', attempt: 1, subject, sheet, ordinal: null };
const choice = hostileScores(1);
const tap = { id: 'a', at: 7, claim: 1, epoch: 1, over: null };
const blank = { target, typed: null, tap, counted: null };
const waits = { ...blank, phase: 'sending', rev: 1, choice, renumbered: 0 };
const at = (round: string) => ({ ...target, round });
const whole = {
  slips: new Map(
    [
      waits,
      {
        ...{ ...blank, target: at('r-b'), phase: 'refused', choice: { kind: 'abstain' } },
        refusal: { code: 'round-closed' },
      },
      { ...blank, target: at('__proto__'), phase: 'draft', typed: { scores: {}, n: 1 } },
      {
        ...{ ...blank, target: at('r-c'), phase: 'counted' },
        counted: { rev: 1, choice, total: null, code: 'x', tap },
      },
    ].map((slip) => [matterOf(slip.target as never), slip]),
  ),
  sheets: { 'r-a/1': forms, 'r-c/1': forms },
} as unknown as Kept;
const flatTarget = { ...target, sheet: flat };
const flatAt = (round: string) => ({ ...flatTarget, round });
/** As an older version kept it: without taps. */
const older = {
  v: 1,
  outbox: {
    waiting: [{ target: flatTarget, rev: 1, choice }],
    refused: [
      { target: flatAt('r-b'), choice: { kind: 'abstain' }, refusal: { code: 'round-closed' } },
    ],
  },
  drafts: { '__proto__/1/then': { target: flatAt('__proto__'), scores: {} } },
  sheets: { 'r-a/1': flat },
};
/** As the version before this one kept the same. */
const pieces = {
  'k/waiting/r-a/1/then/a': { target: flatTarget, rev: 1, choice, tap, renumbered: 0 },
  'k/refused/r-b/1/then/a': { ...older.outbox.refused[0], tap },
  'k/draft/__proto__/1/then': older.drafts['__proto__/1/then'],
  'k/acknowledged/r-c/1/then/a': {
    ...{ round: 'r-c', attempt: 1, subject, rev: 1, choice, total: null, code: 'x', tap },
  },
  'k/sheet/r-a/1': flat,
  'k/sheet/r-c/1': flat,
};
const NAMES = [
  'k.slip',
  'k.forms',
  'k/waiting',
  'k/refused',
  'k/draft',
  'k/acknowledged',
  'k/sheet',
];

describe('what a browser keeps', () => {
  it('comes back as it was written', () => {
    const kept = disk();
    expect(openShelf('k', kept).write(whole)).toBe(true);
    expect(same(read(kept))).toEqual(same(whole));
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
      for (const name of NAMES) {
        expect(read(disk({ [`${name}/x/y`]: text }))).toEqual(EMPTY);
        expect(readOlder(text, text, { [`${name}/x/y`]: text })).toEqual(EMPTY);
      }
    expect(openShelf('k', refusing).read()).toEqual(EMPTY);
    expect(openShelf('k', () => null as unknown as Storage).read()).toEqual(EMPTY);
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
      { ...waits, phase: 'toString' },
      { ...waits, typed: { scores: { c1: 'x' }, n: 1 } },
      { ...waits, counted: { rev: 1 } },
      { ...waits, v: 5 },
      { ...waits, tap: { ...tap, at: 'x' } },
      { ...waits, choice: { kind: 'scores', scores: { c1: 'x' } } },
      { ...waits, choice: { kind: 'toString' } },
      { ...waits, target: { ...target, sheet: null } },
      { ...waits, target: { ...target, sheet: { ...sheet, lines: {} } } },
      { ...waits, target: { ...target, subject: { ...subject, category: null } } },
      ...['x', '0', 'NaN', '1e3'].flatMap((number) =>
        [{ max: number }, { step: number }, { share: `${number}/0` }].map((part) => ({
          ...waits,
          target: { ...target, sheet: { ...sheet, lines: [{ ...sheet.lines[0], ...part }] } },
        })),
      ),
    ]) {
      const kept = disk({ 'k.slip/bad/a': damage });
      openShelf('k', kept).write(whole);
      expect(same(read(kept))).toEqual(same(whole));
    }
    const kept = disk({ 'k.slip/bad': { target }, 'k.forms/bad': {} });
    openShelf('k', kept).write(whole);
    expect(same(read(kept))).toEqual(same(whole));
  });

  it('loses no more of what an older version kept', () => {
    const found = readOlder(older);
    expect([...found.slips.values()]).toMatchObject([
      { ...older.outbox.waiting[0]!, target },
      { ...older.outbox.refused[0]!, target: at('r-b') },
      { typed: { scores: {} } },
    ]);
    for (const damage of [null, 1, {}, { ...waits, target: null }, { ...waits, choice: 1 }]) {
      const outbox = { ...older.outbox, waiting: [damage, ...older.outbox.waiting] };
      expect(same(readOlder({ ...older, outbox }, [damage]))).toEqual(same(found));
    }
    const bad = { drafts: { ...older.drafts, bad: {} }, sheets: { ...older.sheets, bad: 1 } };
    expect(same(readOlder({ ...older, ...bad }))).toEqual(same(found));
  });

  it('is the same where the version before this one kept it, and one damaged entry costs no other', () => {
    const was = { was: '{}' };
    const expected = [...whole.slips.values()].map((slip) =>
      slip.typed ? { ...slip, tap: null, typed: { ...slip.typed, ...was } } : slip,
    );
    const slips = new Map(expected.map((slip) => [matterOf(slip.target), slip])) as Kept['slips'];
    expect(same(readOlder(null, [], pieces))).toEqual(same({ sheets: {}, slips }));
    for (const damage of [null, 1, {}, { ...waits, target: null }, { ...waits, choice: 1 }])
      for (const name of NAMES) {
        const more = { ...pieces, [`${name}/bad/1/u/a`]: damage };
        expect(same(readOlder(null, [], more))).toEqual(same({ sheets: {}, slips }));
      }
  });

  it('is taken up where a page kept it before sheets were trees', () => {
    const kept = disk(
      Object.fromEntries(
        [...whole.slips].map(([key, slip]) => [
          `k.slip/${key}/a`,
          { v: 3, ...slip, target: { ...slip.target, sheet: flat } },
        ]),
      ),
    );
    expect(same(olderIn('k', kept, EMPTY))).toEqual(same({ ...whole, sheets: {} }));
    expect(liesOlder('k', kept)).toBe(true);
    for (const name of takenNames('k', kept)) kept().removeItem(name);
    expect(liesOlder('k', kept)).toBe(false);
  });

  it('is read without an exception, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('outbox', 'drafts', 'sheets'), (value, name) => {
        for (const one of NAMES) read(disk({ [`${one}/x/y`]: value }));
        const all = Object.fromEntries(NAMES.map((one) => [`${one}/x/y`, value]));
        expect(readOlder({ ...older, [name]: value }, value, all)).toHaveProperty('slips');
        lostIn(value);
      }),
    );
  });

  it('is let go of where it is longer than any ballot: the server would end each connection on which it is sent', () => {
    const long = 'x'.repeat(20_000);
    const scores = Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`c${String(n)}`, n]));
    const tooMuch = { kind: 'scores', scores } as const;
    const [, no, , counted] = [...whole.slips.values()];
    for (const [name, damage] of [
      ['slip/x/a', { ...waits, target: { ...target, round: long } }],
      ['slip/x/a', { ...waits, target: { ...target, subject: { ...subject, id: long } } }],
      ['slip/x/a', { ...waits, choice: tooMuch }],
      ['slip/x/a', { ...waits, typed: { scores, n: 1 } }],
      ['slip/x/a', { ...no, choice: tooMuch }],
      ['slip/x/a', { ...counted, counted: { ...counted?.counted, choice: tooMuch } }],
      ['forms/x', { ...forms, forms: [{ ...sheet, lines: [{ ...sheet.lines[0], id: long }] }] }],
    ] as const)
      expect(read(disk({ [`k.${name}`]: damage }))).toEqual(EMPTY);
    for (const [name, damage] of [
      ['waiting/x/a', { target: { ...target, round: long }, rev: 1, choice, tap, renumbered: 0 }],
      ['waiting/x/a', { target, rev: 1, choice: tooMuch, tap, renumbered: 0 }],
      ['draft/x', { target, scores }],
    ] as const)
      expect(readOlder(null, [], { [`k/${name}`]: damage })).toEqual(EMPTY);
    expect(recallWord('w', holding(long))).toBe('');
    expect(recallWord('w', holding('城'.repeat(40)))).toBe('城'.repeat(40));
  });

  it('is a draft only of what its sheet asks, and is let go of whatever its name says', () => {
    for (const scores of [{ other: 1 }, JSON.parse('{"constructor":1,"__proto__":5}') as object]) {
      expect(read(disk({ 'k.slip/a/b': { ...waits, typed: { scores, n: 1 } } }))).toEqual(EMPTY);
      expect(readOlder(null, [], { 'k/draft/r-a/1/then': { target: flatTarget, scores } })).toEqual(
        EMPTY,
      );
    }
    const draft = { target: flatTarget, scores: { constructor: 1 } };
    const { slips } = readOlder(null, [], { 'k/draft/elsewhere': draft });
    expect([...slips.keys()]).toEqual(['r-a/1/then']);
    expect([
      ...readOlder({ ...older, outbox: {}, drafts: { elsewhere: draft } }).slips.keys(),
    ]).toEqual(['r-a/1/then']);
    const kept = disk({ 'k.slip/elsewhere': { ...waits, typed: { scores: draft.scores, n: 1 } } });
    const shelf = openShelf('k', kept);
    expect([...shelf.read().slips.keys()]).toEqual(['r-a/1/then']);
    shelf.write(EMPTY);
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
