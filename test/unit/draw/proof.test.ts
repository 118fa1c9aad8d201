// A file of draws: the page's check and the script that stands alone, held against each other, and against every change.
import { execFile } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as script from '../../../scripts/verify-draw.mjs';
import { canonical, tryCanonical } from '../../../shared/draw/canonical.ts';
import { cellsOf } from '../../../shared/draw/cells.ts';
import { isSigned } from '../../../shared/draw/beacon-signature.ts';
import { checkProof, holds } from '../../../shared/draw/check-proof.ts';
import type { CheckFinding } from '../../../shared/draw/check-steps.ts';
import { determine } from '../../../shared/draw/draw.ts';
import { isLots, readLock, type AnyLock, type CellRule } from '../../../shared/draw/lock.ts';
import type { PoolMember, QuotaRange, Source } from '../../../shared/draw/lock-form.ts';
import { determineLots, listFlaw, type Panel } from '../../../shared/draw/lots.ts';
import { placesOf, proofFile, readProof, type ProofFile } from '../../../shared/draw/proof.ts';
import { verifySeal, type SealedPool } from '../../../shared/draw/seal.ts';
import { readJson } from '../../../shared/draw/strict-json.ts';
import { finished } from '../../../shared/steps.ts';
import { SIGNED } from '../../beacon-rounds.ts';
import {
  beaconProof,
  drawnProof,
  entropyOf,
  lockWith,
  lotsOf,
  lotsRule,
  meetingProof,
  poolIn,
  sealTerms,
  sourceOf,
  textOf,
} from '../../proof-files.ts';
import { repetitions, seed } from '../../repetitions.ts';

const SEED = seed(20261130);
const many = (quick: number, soak: number) => ({ seed: SEED, numRuns: repetitions(quick, soak) });

/** What the script says of a text: where, in English. */
function byScript(text: string): readonly { readonly step: string; readonly place: string }[] {
  return script.verify(text);
}

/** What page and library say of it: the places and codes of all findings. */
function byLibrary(text: string, signed?: typeof isSigned): readonly string[] {
  const json = readJson(text);
  if (!json.ok) return [`json ${json.flaw} ${String(json.at)}`];
  const read = readProof(json.value);
  if (!read.ok) return [`file ${read.flaw.code} ${'place' in read.flaw ? read.flaw.place : ''}`];
  const checked = finished(checkProof(read.file, signed));
  const found = [
    ...checked.draws.flatMap(({ steps }, n) =>
      steps.flatMap(({ name, findings }) =>
        findings.map((one) => `draws[${String(n)}] ${name} ${nameOf(one)}`),
      ),
    ),
    ...(checked.chain ?? []).map(({ at, code }) => `chain ${String(at)} ${code}`),
    ...(checked.sum ? ['sum'] : []),
  ];
  expect(holds(checked)).toBe(found.length === 0);
  return found;
}

const nameOf = (one: CheckFinding) =>
  'place' in one ? one.place : `${one.code} ${JSON.stringify(one)}`;

// Values and ids that a careless implementation sorts, escapes or looks up wrongly.
const odd = fc.constantFrom(
  ...[
    '',
    'A',
    'a',
    'é',
    'Ａ',
    '😀',
    '가',
    '"',
    '\\',
    '\u007f',
    '\u0085',
    '\u2028',
    '~ ~',
    '10',
    '9',
  ],
  ...['__proto__', 'constructor', 'toString', '中文', 'ẞ', '\ue000', '\uffff'],
);
const name = fc.constantFrom('g', 'd', '年龄', '__proto__', 'constructor', 'a|b', '1', '😀');
const somePool = fc
  .record({
    attributes: fc.uniqueArray(name, { maxLength: 3 }),
    ids: fc.uniqueArray(fc.stringMatching(/^[A-Za-z0-9._-]{1,3}$/), {
      minLength: 1,
      maxLength: 14,
    }),
    values: fc.array(odd, { minLength: 2, maxLength: 3 }),
    picks: fc.array(fc.nat(2), { minLength: 42, maxLength: 42 }),
  })
  .map(({ attributes, ids, values, picks }) => ({
    attributes,
    pool: [...ids].sort().map((id, n): PoolMember => ({
      id,
      a: Object.fromEntries(
        attributes.map((one, i) => [one, values[picks[n * 3 + i]! % values.length]!]),
      ),
    })),
  }));

const someSources = fc
  .uniqueArray(fc.constantFrom('dice10', 'dice6', 'drand', 'phones', 'salt'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((types) => types.map((type) => sourceOf(type)));
const dice = fc.array(fc.nat(9), { minLength: 40, maxLength: 40 }).map((all) => all.join(''));

interface Case {
  readonly lock: AnyLock;
  readonly dice: string;
  readonly panels?: readonly Panel[];
  readonly sealed?: SealedPool;
}

const someDraw: fc.Arbitrary<Case> = fc
  .record({
    of: somePool,
    sources: someSources,
    dice,
    kind: fc.nat(4),
    some: fc.array(fc.nat(99), { minLength: 40, maxLength: 40 }),
  })
  .map(({ of: { pool, attributes }, sources, dice: thrown, kind, some }) => {
    const left = some.values();
    const next = (below: number) => (left.next().value ?? 0) % below;
    const by = attributes.slice(0, attributes.length === 0 ? 0 : 1 + next(attributes.length));
    const k = 1 + next(pool.length);
    const lock = (rule: CellRule) => ({ lock: lockWith(rule, pool, sources), dice: thrown });
    const cells = cellsOf(pool, by);
    const takeOf = (ids: readonly string[]) =>
      Object.fromEntries(
        [...cells].map(([cell, members]) => [
          cell,
          members.filter(({ id }) => ids.includes(id)).length,
        ]),
      );
    const someIds = () => {
      const from = next(pool.length);
      return [...pool, ...pool].slice(from, from + k).map(({ id }) => id);
    };
    if (kind === 4) {
      // Every rotation of the pool, so that nobody is in more panels than others.
      const m = next(6) === 0 ? 100 : 10;
      const list = lotsOf(pool, k, m);
      const quotas = by.flatMap((a): readonly QuotaRange[] => {
        const values = [...new Set(pool.map((one) => one.a[a]!))];
        return values.map((v) => {
          const value = new Map(pool.map((one) => [one.id, one.a[a]]));
          const counts = list.map((panel) => panel.filter((id) => value.get(id) === v).length);
          return { a, v, min: Math.min(...counts), max: Math.max(...counts) };
        });
      });
      const numbering = sources.some(({ type }) => type !== 'salt')
        ? sources
        : [sourceOf('phones')];
      const all: readonly Source[] = [...numbering, sourceOf('digits', m)];
      return {
        lock: lockWith(lotsRule(list, { by, quotas }), pool, all),
        dice: thrown,
        panels: list,
      };
    }
    if (kind === 0 || by.length === 0) return lock({ kind: 'simple', k });
    if (kind === 1) return lock({ kind: 'fixed', by, take: { ...takeOf(someIds()), nobody: 0 } });
    if (kind === 2) return lock({ kind: 'proportional', by, k });
    const panels = Array.from({ length: 1 + next(3) }, () => ({
      w: next(4) === 0 ? 2 ** 30 : 1 + next(7),
      take: takeOf(someIds()),
    }));
    return lock({ kind: 'lottery', by, k, quotas: [], panels });
  });

/** The pool as it was when it was sealed: some had another value, some were not in it, and others were besides. */
const someSealed: fc.Arbitrary<Case & { readonly sealed: SealedPool }> = fc
  .record({
    one: someDraw,
    picks: fc.array(fc.nat(5), { minLength: 14, maxLength: 14 }),
    value: odd,
  })
  .map(({ one, picks, value }) => {
    const { pool } = one.lock;
    const known = new Set(pool.map(({ id }) => id));
    const was = pool.flatMap((member, n): readonly PoolMember[] => {
      const changed = Object.fromEntries(Object.keys(member.a).map((name) => [name, value]));
      if (picks[n] === 0) return [];
      return picks[n] === 1 ? [{ id: member.id, a: changed }] : [member];
    });
    const gone = ['-', 'x', 'zzz'].filter((id, n) => !known.has(id) && picks[n] === 2);
    const all = [...was, ...gone.map((id) => ({ id, a: { g: value } }))];
    const sealed = {
      pool: all.sort((a, b) => (a.id < b.id ? -1 : 1)),
      roster: 'cd'.repeat(32),
    };
    const lock = { ...one.lock, ...sealTerms(sealed, pool) } as AnyLock;
    return { ...one, lock, sealed };
  });

const isDrawable = ({ lock, panels }: Case) =>
  readLock(lock).ok && (!isLots(lock) || listFlaw(lock, panels) === null);

describe('script and library', () => {
  test(`[R9] come to the same of any draw (seed ${String(SEED)})`, () => {
    let kinds = '';
    let sealed = 0;
    fc.assert(
      fc.property(fc.oneof(someDraw, someSealed).filter(isDrawable), (one) => {
        const { lock, panels } = one;
        sealed += Number(lock.sealed !== undefined);
        const entropy = entropyOf(lock, one.dice);
        kinds += lock.rule.kind;
        script.checkLock(lock);
        script.checkEntropy(lock, entropy);
        if (isLots(lock)) {
          script.checkList(lock, panels, placesOf(panels!));
          expect(script.drawLots(lock, panels, entropy)).toEqual(
            determineLots(lock, panels!, entropy),
          );
        } else expect(script.draw(lock, entropy)).toEqual(determine(lock, entropy));
        const text = textOf(proofFile('draw', [drawnProof(lock, one)]));
        expect(byScript(text)).toEqual([]);
        expect(byLibrary(text)).toEqual([]);
      }),
      many(300, 6000),
    );
    for (const kind of ['simple', 'fixed', 'proportional', 'lottery', 'lots'])
      expect(kinds).toContain(kind);
    expect(sealed).toBeGreaterThan(100);
  });

  test(`[R9] refuse the same locks (seed ${String(SEED)})`, () => {
    const junk = fc.constantFrom(
      ...[-1, 0, 1, 2 ** 53, 1.5, '', 'x', 'A|B', '\u0000', 'é', '\ud800', '0'.repeat(64)],
      ...[[], {}, true, 'dice10', { type: 'digits', count: 1 }, '2026-02-30T00:00:00Z', 26, 1000],
    );
    const someLock = fc.oneof(someDraw, someSealed);
    const refused = { yes: 0, no: 0 };
    fc.assert(
      fc.property(someLock, fc.nat(), fc.nat(5), junk, ({ lock }, pick, how, value) => {
        const places = pathsIn(lock);
        const changed = changedAt(lock, places[pick % places.length]!, how, value);
        const isRead = readLock(changed).ok;
        refused[isRead ? 'no' : 'yes'] += 1;
        expect(accepts(() => script.checkLock(changed))).toBe(isRead);
      }),
      many(1000, 30_000),
    );
    expect(Math.min(refused.yes, refused.no)).toBeGreaterThan(100);
  });

  test(`[R9] name the same differences from a sealed pool (seed ${String(SEED)})`, () => {
    const counts = new Map<string, number>();
    fc.assert(
      fc.property(someSealed, fc.nat(), fc.nat(2), ({ lock, sealed }, pick, how) => {
        // Somebody is no longer listed, or is listed who does not differ.
        const { added = [], excluded, pool } = lock;
        const without = <T>(list: readonly T[]) => list.filter((_, n) => n !== pick % list.length);
        const one = { id: pool[pick % pool.length]!.id, why: 'added' };
        const lists = [
          { added: without(added) },
          { excluded: without(excluded) },
          { added: [...added.filter(({ id }) => id !== one.id), one] },
        ][how]!;
        const changed = { ...lock, ...lists };
        const found = verifySeal(changed, sealed).map((finding) => [
          finding.code,
          'id' in finding ? finding.id : '',
        ]);
        expect(script.unlisted(changed, sealed)).toEqual(found);
        for (const [code = ''] of found) counts.set(code, (counts.get(code) ?? 0) + 1);
      }),
      many(500, 10_000),
    );
    for (const code of ['left-out', 'put-in', 'changed', 'not-added'])
      expect(counts.get(code) ?? 0, code).toBeGreaterThan(10);
  });

  test.each([
    ...['{"a":1,"a":1}', '{"a":{"b":1,"b":2}}', '[{"a":1},{"a":1}]', '1.0', '1e3', '-0', '01', ''],
    ...[
      'null',
      '[null]',
      '"e\u0301"',
      '"\\ud800"',
      '"\\ud83d\\ude00"',
      '9007199254740992',
      '{"a":1',
    ],
    ...[
      '{"a":[1,2}',
      '[1,]',
      '"a',
      '"\u0001"',
      '[1] x',
      'tru',
      '\ufeff[1]',
      ' [ 1 , {} ] ',
      '"\\""',
    ],
    ...['{"__proto__":1}', '{"__proto__":1,"__proto__":2}', '[-1]', '"a\\u0000"', '["a:1","a:1"]'],
    '['.repeat(40) + ']'.repeat(40),
    '{"\\u0061":1,"a":2}',
  ])('read or refuse %j alike', (text) => {
    const read = readJson(text);
    expect(accepts(() => script.readStrict(text))).toBe(read.ok);
    if (read.ok) expect(read.value).toEqual(JSON.parse(text.replace(/^\ufeff/, '')));
    if (read.ok) expect(script.canonical(read.value)).toBe(canonical(read.value));
  });
});

describe('what is not as it was', () => {
  const whole = meetingProof();

  test('a whole meeting holds, for both', () => {
    expect(byScript(textOf(whole))).toEqual([]);
    expect(byLibrary(textOf(whole))).toEqual([]);
    // However a program sets it.
    const set = JSON.stringify(whole, null, 2);
    expect([...byScript(set), ...byLibrary(set)]).toEqual([]);
  });

  const leaves = pathsIn(whole).filter((path) => typeof valueAt(whole, path) !== 'object');
  test(`[R9] each of ${String(leaves.length)} values, changed by itself, is found by both (seed ${String(SEED)})`, () => {
    let n = SEED;
    for (const path of leaves) {
      n += 1;
      const was = valueAt(whole, path);
      const digits = typeof was === 'string' ? repetitions(1, 8) : 1;
      for (let i = 0; i < digits; i += 1) {
        const text = textOf(changedAt(whole, path, 0, other(was, n * 31 + i * 7)) as ProofFile);
        const where = `${path.join('.')} of ${JSON.stringify(was)}`;
        expect(byScript(text).length, where).toBeGreaterThan(0);
        expect(byLibrary(text).length, where).toBeGreaterThan(0);
      }
    }
    expect(leaves.length).toBeGreaterThan(300);
  });

  test('[R9] each member left out, and one too many anywhere, is found by both', () => {
    // A part of the places in each quick run, all of them in a soak.
    const part = repetitions(18, 1);
    for (const path of pathsIn(whole).filter((_, n) => n % part === SEED % part)) {
      const where = path.join('.');
      for (const how of [1, 2]) {
        const changed = changedAt(whole, path, how, 'x') as ProofFile;
        if (tryCanonical(changed) === tryCanonical(whole)) continue;
        expect(byScript(textOf(changed)).length, where).toBeGreaterThan(0);
        expect(byLibrary(textOf(changed)).length, where).toBeGreaterThan(0);
      }
    }
  });

  /** Also with the file's own sum made anew, as whoever forges it would. */
  const forged = (draws: ProofFile['draws']) => textOf(proofFile('meeting', draws));
  const { draws } = whole;
  test.each<readonly [string, ProofFile['draws'], string]>([
    ['dropped', [...draws.slice(0, 1), ...draws.slice(2)], 'draws[1].lock.seq'],
    ['dropped at the head', draws.slice(1), 'draws[0].lock.seq'],
    ['there twice', [...draws.slice(0, 2), ...draws.slice(1)], 'draws[2].lock.seq'],
    ['moved', [draws[1]!, draws[0]!, ...draws.slice(2)], 'draws[0].lock.seq'],
  ])('[R9] a draw that was %s is named by both', (_, changed, place) => {
    const text = forged(changed);
    expect(byScript(text).map((one) => one.place)).toContain(place);
    const at = /\d/.exec(place)?.[0] ?? '';
    expect(byLibrary(text)).toContain(`chain ${at} seq-gap`);
  });

  test('[R9] what was forged without its record is named by place and digit', () => {
    const [first] = draws;
    if (first?.status !== 'result') throw new Error('the first draw has a result');
    const order = [...(first.result['order'] as readonly string[])].reverse();
    const text = forged([{ ...first, result: { ...first.result, order } }, ...draws.slice(1)]);
    expect(byScript(text)).toEqual([
      expect.objectContaining({ step: 'result', place: 'draws[0].result.order[0]' }),
    ]);
    expect(byLibrary(text)).toEqual(['draws[0] drawn result.order[0]']);
    const shown = `${first.shown.slice(0, 10)}${first.shown[10] === '0' ? '1' : '0'}${first.shown.slice(11)}`;
    const [found] = script.verify(forged([{ ...first, shown }, ...draws.slice(1)]));
    expect(found).toMatchObject({ step: 'shown', place: 'draws[0].shown' });
    expect(found?.words[1]).toContain('from character 11 on');
  });
});

describe('a pool that was sealed', () => {
  const pool = poolIn({ A: 6, B: 5 });
  const roster = 'cd'.repeat(32);
  const was = { pool: [...pool.slice(1), { id: 'p0011', a: { g: 'A' } }], roster };
  const lockOf = (terms: object) =>
    lockWith({ kind: 'proportional', by: ['g'], k: 3 }, pool, [sourceOf('dice10')], terms);
  const terms = sealTerms(was, pool);
  const proofOf = (changes: object, sealed: unknown = was) => {
    const one = drawnProof(lockOf({ ...terms, ...changes }));
    return sealed === undefined ? one : { ...one, sealed: sealed as SealedPool };
  };
  const of = (...found: Parameters<typeof proofOf>) =>
    textOf(proofFile('draw', [proofOf(...found)]));

  test.each([
    ['left-out', { excluded: [] }, 'p0011'],
    ['put-in', { added: [] }, 'p0000'],
    ['not-added', { added: [...(terms.added ?? []), { id: 'p0003', why: 'added' }] }, 'p0003'],
  ])('[R9] %s, and not listed: both name who', (code, changes, id) => {
    expect(byLibrary(of({}))).toEqual([]);
    expect(byScript(of({}))).toEqual([]);
    const text = of(changes);
    expect(byLibrary(text)).toEqual([expect.stringMatching(`${code}.*${id}`)]);
    expect(byScript(text)).toEqual([
      expect.objectContaining({ step: 'seal', place: `draws[0].sealed[${id}]` }),
    ]);
  });

  test('[R9] somebody with another value, another pool, none, one too many: both say which', () => {
    const other = {
      ...was,
      pool: was.pool.map((one) => (one.id === 'p0004' ? { ...one, a: {} } : one)),
    };
    const changed = of({ sealed: sealTerms(other, pool).sealed }, other);
    expect(byLibrary(changed)).toEqual([expect.stringContaining('"changed","id":"p0004"')]);
    expect(byScript(changed)).toMatchObject([{ step: 'seal', place: 'draws[0].sealed[p0004]' }]);
    const another = of({}, { ...was, roster: 'ce'.repeat(32) });
    expect(byLibrary(another)).toEqual([expect.stringContaining('sealed-hash-differs')]);
    expect(byScript(another)).toMatchObject([{ step: 'seal', place: 'draws[0].lock.sealed' }]);
    const none = textOf(proofFile('draw', [drawnProof(lockOf(terms))]));
    const misshapen = of({}, { pool: [...was.pool].reverse(), roster });
    for (const text of [none, misshapen]) {
      expect(byLibrary(text)).toEqual([expect.stringContaining('sealed-malformed')]);
      expect(byScript(text)).toMatchObject([{ step: 'seal' }]);
    }
    const plain = textOf(proofFile('draw', [{ ...drawnProof(lockOf({})), sealed: was }]));
    expect(byLibrary(plain)).toEqual([expect.stringContaining('not-named')]);
    expect(byScript(plain)).toMatchObject([{ step: 'seal' }]);
  });

  test('[R9] is checked before any entropy as well', () => {
    const { lock, shown, assurance } = proofOf({ excluded: [] });
    const early = { lock, shown, assurance, keptApart: false, sealed: was } as const;
    const text = textOf(proofFile('draw', [{ ...early, status: 'locked' }]));
    expect(byLibrary(text)).toEqual([expect.stringContaining('left-out')]);
    expect(byScript(text)).toMatchObject([{ step: 'seal', place: 'draws[0].sealed[p0011]' }]);
  });
});

describe('the signature of a beacon', () => {
  const signed = (text: string) => byLibrary(text, isSigned);

  test('of a real round holds', () => {
    const text = textOf(beaconProof());
    expect(signed(text)).toEqual([]);
    expect(byScript(text)).toEqual([]);
  });

  test('[R9] of nobody is named, though the randomness is its SHA-256', () => {
    for (const other of ['b4'.repeat(48), SIGNED[1001]]) {
      const text = textOf(beaconProof(other));
      expect(byLibrary(text)).toEqual([]);
      expect(signed(text)).toEqual([expect.stringContaining('sources beacon-unsigned')]);
    }
  });

  test('that is missing is said to be missing, once', () => {
    const { draws } = beaconProof();
    const [one] = draws;
    if (one?.status !== 'result') throw new Error('it has a result');
    const text = textOf(proofFile('draw', [{ ...one, proofs: [] }]));
    const said = signed(text).filter((finding) => finding.includes('sources'));
    expect(said).toEqual([expect.stringContaining('proof-missing')]);
  });
});

describe('one id in one of a thousand panels', () => {
  const pool = poolIn({ A: 60, B: 15 });
  const list = lotsOf(pool, 15, 1000);
  const lock = lockWith(lotsRule(list, { by: [], quotas: [] }), pool, [
    sourceOf('phones'),
    sourceOf('digits', 1000),
  ]);
  const whole = drawnProof(lock, { panels: list });

  test('as it was, it holds', () => {
    const text = textOf(proofFile('draw', [whole]));
    expect(byLibrary(text)).toEqual([]);
    expect(byScript(text)).toEqual([]);
  });

  test.each([0, 417, 999])('[R9] panel %d is named with who is there and who should be', (at) => {
    const was = list[at]!;
    const out = was[7]!;
    const next = pool.find(({ id }) => !was.includes(id))!.id;
    const panels = list.map((panel, n) =>
      n === at ? panel.map((id) => (id === out ? next : id)).sort() : panel,
    );
    const text = textOf(proofFile('draw', [{ ...whole, panels }]));
    const place = `draws[0].panels[${String(at)}]`;
    const [found] = script.verify(text);
    expect(found).toMatchObject({ step: 'list', place });
    expect(found?.words[1]).toContain(`panel ${String(at + 1)} has ${next};`);
    expect(found?.words[1]).toContain(`should be ${out}`);
    const said = byLibrary(text).find((one) => one.includes('panel-differs'));
    expect(said).toContain(JSON.stringify({ panel: at + 1, has: next, lacks: out }).slice(1, -1));
    // The same change on both sides leaves the hash of the list.
    const both = textOf(proofFile('draw', [{ ...whole, panels, places: placesOf(panels) }]));
    expect(byScript(both)[0]?.step).toBe('list');
    expect(byLibrary(both).some((one) => one.includes('list-malformed'))).toBe(true);
  });
});

describe('the script by itself', () => {
  const path = new URL('../../../scripts/verify-draw.mjs', import.meta.url).pathname;
  const run = (args: readonly string[], text: string, env: Record<string, string> = {}) =>
    new Promise<{ readonly code: number; readonly out: string }>((done) => {
      const child = execFile(
        process.execPath,
        [path, ...args],
        { env: { PATH: process.env['PATH'] ?? '', ...env } },
        (error, out) => {
          done({ code: typeof error?.code === 'number' ? error.code : 0, out });
        },
      );
      child.stdin?.end(text);
    });
  const text = textOf(meetingProof());
  const shown = meetingProof().draws[0]!.shown;

  test('reads from standard input, in the language of the terminal, and ends well', async () => {
    const { code, out } = await run([], text, { LANG: 'zh_CN.UTF-8' });
    expect(code).toBe(0);
    expect(out).toContain('全部相符');
    expect(out).not.toContain('✗');
    expect(await run(['--lang', 'en', '--lock', shown, '-'], text)).toMatchObject({
      code: 0,
      out: expect.stringContaining('All of it holds.'),
    });
  });

  test('names what differs, and ends ill', async () => {
    const other = shown.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
    expect(await run(['--lang', 'en', '--lock', other], text)).toMatchObject({
      code: 1,
      out: expect.stringMatching(
        /✗ The 64 digits that you noted[^]*--lock differs from digit \d on/,
      ),
    });
    expect(await run(['--lang', 'en', '/no/such/file'], '')).toMatchObject({
      code: 1,
      out: expect.stringContaining('ENOENT'),
    });
    const { code, out } = await run(['--lang', 'zh'], text.slice(0, -40));
    expect(code).toBe(1);
    expect(out).toContain('✗ 文件完整');
  });
});

type Path = readonly (string | number)[];

/** Every place in a value, the value itself left out. */
function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const own = [...path, Array.isArray(value) ? Number(key) : key];
    return [own, ...pathsIn(inner, own)];
  });
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], value);
}

/** @param how 0: another value; 1: taken out; 2: a member or an entry too many in it; 3: there twice; else moved to the front */
function changedAt(value: unknown, path: Path, how: number, next: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) {
    if (how !== 2) return next;
    if (Array.isArray(value)) return [...value, next];
    return typeof value === 'object' ? { ...value, extra: next } : next;
  }
  const deeper = (inner: unknown) => changedAt(inner, rest, how, next);
  if (Array.isArray(value)) {
    const n = Number(key);
    if (rest.length === 0 && how === 1) return value.filter((_, i) => i !== n);
    if (rest.length === 0 && how === 3) return [...value, value[n]];
    if (rest.length === 0 && how > 3) return [value[n], ...value.filter((_, i) => i !== n)];
    return value.map((inner, i) => (i === n ? deeper(inner) : inner));
  }
  const entries = Object.entries(value as object);
  if (rest.length === 0 && how === 1)
    return Object.fromEntries(entries.filter(([one]) => one !== key));
  return Object.fromEntries(
    entries.map(([one, inner]) => [one, one === key ? deeper(inner) : inner]),
  );
}

/** Another value of the same sort: one character, one digit, one more or less. */
function other(was: unknown, n: number): unknown {
  if (typeof was === 'number') return was === 0 ? 1 : was - 1 + (n % 2) * 2;
  if (typeof was === 'boolean') return !was;
  const text = String(was);
  if (text === '') return '0';
  const at = Math.abs(n) % text.length;
  const digit = text[at] === '7' ? '3' : '7';
  return text.slice(0, at) + digit + text.slice(at + 1);
}

function accepts(check: () => unknown): boolean {
  try {
    check();
    return true;
  } catch {
    return false;
  }
}
