// Several pages of one device with the same seat open, as two tabs have it (R5).
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { matterOf } from '../../client/phone/slips/matter.ts';
import { refusedIn } from '../../client/phone/slips/slips.ts';
import type { Choice } from '../../shared/ballots/ballot.ts';
import { scores, subjectId, NONCE, SALT } from '../builders.ts';
import { draftsOf } from './phone-builders.ts';
import {
  begin,
  box,
  browser,
  freshBrowsers,
  KEY,
  opened,
  page,
  Page,
  play,
  ROUND,
  SEAT,
  settled,
  turn,
} from './phone-pages.ts';
import { repetitions, seed } from '../repetitions.ts';

freshBrowsers();

const A = scores(10, 10, 10, 10);
const B = scores(20, 10, 10, 10);
const C = scores(30, 10, 10, 10);

describe('[R5] two pages of one seat without a network', () => {
  test('keep what either has for another unit, through the end of both', async () => {
    const [one, two] = [page(), page()];
    for (const each of [one, two]) each.offline();
    one.tap('U1', A);
    two.tap('U2', B);
    one.tap('U3', C);
    await settled();
    expect(one.waiting).toEqual({ U1: A, U2: B, U3: C });
    expect(two.waiting).toEqual(one.waiting);
    one.kill();
    two.kill();
    const next = page();
    await settled();
    expect(['U1', 'U2', 'U3'].map((unit) => box(play, unit)?.choice)).toEqual([A, B, C]);
    expect(next.waiting).toEqual({});
  });

  test('keep drafts of either, and each shows both', async () => {
    const [one, two] = [page(), page()];
    one.outbox.score(one.target('U1'), 'c1', 11);
    two.outbox.score(two.target('U2'), 'c2', 12);
    one.outbox.score(one.target('U1'), 'c3', 13);
    await settled();
    for (const each of [one, two, page()])
      expect(Object.values(draftsOf(each.outbox.store.getState()))).toEqual(
        expect.arrayContaining([{ c1: 11, c3: 13 }, { c2: 12 }]),
      );
  });

  test('of one unit the later tap waits, in both', async () => {
    const [one, two] = [page(), page()];
    for (const each of [one, two]) each.offline();
    one.tap('U1', A);
    two.tap('U1', B);
    one.tap('U1', C);
    await settled();
    expect([one.waiting, two.waiting]).toEqual([{ U1: C }, { U1: C }]);
    two.online();
    await turn();
    expect(box(play, 'U1')?.choice).toEqual(C);
    expect(two.casts).toHaveLength(1);
  });

  test('what a page held when it died goes out from the other, without a reload', async () => {
    const [one, two] = [page(), page()];
    for (const each of [one, two]) each.offline();
    one.tap('U1', A);
    one.kill();
    await settled();
    two.online();
    await turn();
    expect(box(play, 'U1')?.choice).toEqual(A);
    expect(two.counted('U1')).toEqual(A);
  });
});

describe('[R5] the same number for two choices', () => {
  test('given before either page heard of the other: the later tap counts, and both show it', async () => {
    browser.prompt = false;
    const [one, two] = [page(), page()];
    // Between processes the storage itself lags as well: the second page sees nothing of the first.
    const before = new Map(browser.items);
    one.tap('U1', A);
    await settled();
    expect(box(play, 'U1')?.choice).toEqual(A);
    const after = new Map(browser.items);
    browser.items.clear();
    for (const [name, text] of before) browser.items.set(name, text);
    two.tap('U1', B);
    for (const [name, text] of after) browser.items.set(name, text);
    const revs = opened.map(({ casts }) => casts[0]?.rev);
    expect(revs).toEqual([1, 1]);
    await settled();
    browser.deliver();
    await turn();
    expect(box(play, 'U1')).toMatchObject({ rev: 2, choice: B });
    expect([one.counted('U1'), two.counted('U1')]).toEqual([B, B]);
    expect([one.refused, two.refused]).toEqual([[], []]);
  });

  test.each([1, 3])(
    'counted on one page while the other had no network and heard nothing: its %i older taps overtake nothing',
    async (taps) => {
      browser.prompt = false;
      const [one, two] = [page(), page()];
      one.offline();
      for (let n = 0; n < taps; n++) one.tap('U1', scores(n, n, 0, 0));
      two.tap('U1', B);
      await settled();
      one.online();
      await settled();
      expect(box(play, 'U1')).toMatchObject({ choice: B });
    },
  );

  test('an answer that was lost is not taken for the other page’s', async () => {
    const [one, two] = [page(), page()];
    two.offline();
    one.deaf = true;
    one.tap('U1', A);
    await settled();
    expect(box(play, 'U1')).toMatchObject({ rev: 1, choice: A });
    two.tap('U1', B);
    await settled();
    expect(two.waiting).toEqual({ U1: B });
    two.online();
    await settled();
    await turn();
    expect(box(play, 'U1')).toMatchObject({ rev: 2, choice: B });
    expect(play.box.kept(ROUND, 1)).toHaveLength(2);
  });

  test('where nothing is stored and pages cannot tell each other, the person is asked', async () => {
    browser.fits = () => false;
    const [one, two] = [page(), page()];
    for (const each of [one, two]) each.offline();
    one.tap('U1', A);
    two.tap('U1', B);
    expect(two.outbox.store.getState().keeps).toBe(false);
    two.online();
    await settled();
    one.online();
    await settled();
    await turn();
    expect(box(play, 'U1')?.choice).toEqual(B);
    // The view that came with the network says what counts; the choice given here is shown and not dropped.
    expect([one.waiting, one.refused]).toEqual([{}, ['older-revision']]);
  });
});

describe('[R5] nothing that waits is lost', () => {
  test('when the storage is cleared under the pages', async () => {
    const [one, two] = [page(), page()];
    for (const each of [one, two]) each.offline();
    one.tap('U1', A);
    two.tap('U2', B);
    one.outbox.score(one.target('U3'), 'c1', 7);
    await settled();
    browser.clear();
    await settled();
    await turn();
    one.kill();
    two.kill();
    const next = page();
    await settled();
    expect([box(play, 'U1')?.choice, box(play, 'U2')?.choice]).toEqual([A, B]);
    expect(Object.keys(draftsOf(next.outbox.store.getState()))).toEqual([
      matterOf(next.target('U3')),
    ]);
  });

  test('when single items vanish from it', async () => {
    const one = page();
    one.offline();
    one.tap('U1', A);
    for (const name of [...browser.items.keys()])
      if (name.includes('.slip/')) browser.removeItem(name);
    await turn();
    one.kill();
    page();
    await settled();
    expect(box(play, 'U1')?.choice).toEqual(A);
  });

  test('when it is full: what fitted stays, the page says that it keeps no more, and room is used once it is there', async () => {
    const one = page();
    one.offline();
    one.tap('U1', A);
    browser.fits = (name) => !name.includes('.slip/');
    one.tap('U2', B);
    expect(one.outbox.store.getState().keeps).toBe(false);
    expect([...browser.items.keys()].some((name) => name.includes('U1'))).toBe(true);
    browser.fits = null;
    await turn();
    expect(one.outbox.store.getState().keeps).toBe(true);
    one.kill();
    page();
    await settled();
    expect([box(play, 'U1')?.choice, box(play, 'U2')?.choice]).toEqual([A, B]);
  });

  test('when a change does not fit: the older choice is not taken away before the newer lies there', async () => {
    const one = page();
    one.offline();
    one.tap('U1', A);
    browser.fits = () => false;
    one.tap('U1', B);
    one.kill();
    browser.fits = null;
    page();
    await settled();
    expect(box(play, 'U1')?.choice).toEqual(A);
  });

  test('when nothing can be stored, but pages can talk: both show it, and either sends it', async () => {
    browser.fits = () => false;
    const channels = new Set<{ onmessage: ((event: { data: unknown }) => void) | null }>();
    class Channel {
      onmessage: ((event: { data: unknown }) => void) | null = null;
      constructor() {
        channels.add(this);
      }
      postMessage(data: unknown) {
        for (const other of channels)
          if (other !== this)
            queueMicrotask(() => other.onmessage?.({ data: structuredClone(data) }));
      }
      close() {
        channels.delete(this);
      }
    }
    vi.stubGlobal('BroadcastChannel', Channel);
    const one = page();
    one.offline();
    one.tap('U1', A);
    const two = page();
    two.offline();
    await settled();
    expect(two.waiting).toEqual({ U1: A });
    two.tap('U1', B);
    two.tap('U2', C);
    await settled();
    expect(one.waiting).toEqual({ U1: B, U2: C });
    two.kill();
    one.online();
    await turn();
    expect([box(play, 'U1')?.choice, box(play, 'U2')?.choice]).toEqual([B, C]);
  });

  test('when the page was brought up to date: what an older version kept goes out', async () => {
    const one = page();
    const target = one.target('U1');
    one.kill();
    browser.items.clear();
    const old = { target, rev: 3, choice: A, renumbered: false };
    const kept = { v: 1, outbox: { waiting: [old], refused: [] }, drafts: {}, sheets: {} };
    browser.items.set(KEY, JSON.stringify(kept));
    const { round, attempt } = target;
    const { subject } = one.target('U2');
    const said = { round, attempt, subject, rev: 2, choice: B, epoch: 1 };
    browser.items.set(`${KEY}.acknowledged`, JSON.stringify([said]));
    const next = page();
    // What reads it is fetched when it is needed.
    await expect.poll(() => box(play, 'U1')).toMatchObject({ rev: 3, choice: A });
    await turn();
    expect(box(play, 'U2')).toMatchObject({ rev: 2, choice: B });
    expect(next.waiting).toEqual({});
    expect(
      [...browser.items.keys()].filter((name) => /^[^/]*$/.test(name) && name.startsWith(KEY)),
    ).toEqual([]);
  });
});

describe('[R5] a page of the version before beside one of this', () => {
  /** As that version keeps a seat: in one piece, without when and under which claim. */
  const older = (one: Page, rev: number, choice: Choice) => {
    const waiting = [{ target: one.target('U1'), rev, choice, renumbered: false }];
    const kept = { v: 1, outbox: { waiting, refused: [] }, drafts: {}, sheets: {} };
    browser.setItem(KEY, JSON.stringify(kept));
  };

  test('what it changed of a counted ballot is the later of the two', async () => {
    const one = page();
    vi.advanceTimersByTime(1000);
    one.tap('U1', A);
    await settled();
    older(one, 2, B);
    one.kill();
    const next = page();
    await expect.poll(() => box(play, 'U1')).toMatchObject({ rev: 2, choice: B });
    expect(next.waiting).toEqual({});
  });

  test('what it held when it died goes out from the other, without a reload', async () => {
    const one = page();
    older(one, 1, A);
    await expect
      .poll(async () => {
        await turn();
        return box(play, 'U1');
      })
      .toMatchObject({ rev: 1, choice: A });
  });

  test.each([1, 5000])(
    'revision %i overtakes nothing that another device had counted: the person is asked',
    async (rev) => {
      const one = page();
      older(one, rev, A);
      one.kill();
      play.claim('R3').seat({
        ...{ type: 'CastBallot', seat: SEAT, claim: play.meeting.seats.get(SEAT)!.claim },
        ...{
          round: ROUND,
          attempt: 1,
          subject: subjectId('U1'),
          rev: 1,
          choice: B,
          nonce: NONCE,
          salt: SALT,
        },
      });
      play.claim('R3');
      const next = page();
      await expect.poll(() => next.refused.length).toBe(1);
      expect(box(play, 'U1')?.choice).toEqual(B);
    },
  );
});

describe('[R5] a page of version 2 beside one of this', () => {
  /** As that version keeps things: each under a name of its own, below the seat's. */
  const put = (kind: string, name: string, value: object) => {
    browser.setItem(`${KEY}/${kind}/${name}`, JSON.stringify(value));
  };
  const tapOf = (id: string, at = performance.now()) => ({
    id,
    at,
    claim: 0,
    epoch: 1,
    over: null,
  });
  const waiting = (one: Page, choice: Choice, rev = 1) => {
    const target = one.target('U1');
    vi.advanceTimersByTime(1);
    const tap = { ...tapOf('old'), at: Math.round(performance.now()), claim: claimNow() };
    put('waiting', `${matterOf(target)}/old`, { target, rev, choice, tap, renumbered: 0 });
  };
  const claimNow = () => play.meeting.seats.get(SEAT)!.claim;
  const old = () => [...browser.items].filter(([name]) => name.startsWith(`${KEY}/`));

  test('what it held when it died goes out, with or without a reload', async () => {
    const one = page();
    waiting(one, A);
    await expect
      .poll(async () => (await turn(), box(play, 'U1')))
      .toMatchObject({ rev: 1, choice: A });
    expect(one.counted('U1')).toEqual(A);
    one.kill();
    waiting(one, B, 2);
    const next = page();
    await expect.poll(() => box(play, 'U1')).toMatchObject({ rev: 2, choice: B });
    expect(next.waiting).toEqual({});
  });

  test('a later tap here is not overtaken by what waits there, nor the other way round', async () => {
    const one = page();
    one.offline();
    waiting(one, A);
    one.tap('U1', B);
    one.kill();
    const next = page();
    await expect.poll(async () => (await turn(), box(play, 'U1')?.choice)).toEqual(B);
    waiting(next, C, 3);
    await expect.poll(async () => (await turn(), box(play, 'U1')?.choice)).toEqual(C);
    await turn();
    expect([next.counted('U1'), next.waiting, next.refused]).toEqual([C, {}, []]);
  });

  test('what it types is seen here, keeps what was typed here, and is not taken from under its hands', async () => {
    const one = page();
    const target = one.target('U1');
    one.outbox.score(target, 'c1', 11);
    const drafts = (at: Page) => draftsOf(at.outbox.store.getState())[matterOf(target)];
    put('draft', matterOf(target), { target, scores: { c2: 12 } });
    await expect.poll(async () => (await turn(), drafts(one))).toEqual({ c1: 11, c2: 12 });
    put('draft', matterOf(target), { target, scores: { c2: 13, c3: 5 } });
    await expect.poll(async () => (await turn(), drafts(one))).toEqual({ c1: 11, c2: 13, c3: 5 });
    one.outbox.score(target, 'c2', 1);
    const before = old();
    one.kill();
    const next = page();
    await turn();
    await turn();
    expect([drafts(next), old()]).toEqual([{ c1: 11, c2: 1, c3: 5 }, before]);
    // Let go of here, it does not come back.
    next.outbox.letGo(matterOf(target));
    await turn();
    next.kill();
    const last = page();
    await turn();
    expect(drafts(last)).toBeUndefined();
  });

  test('what servers have acknowledged to it is handed in to one that lacks it', async () => {
    const one = page();
    const { round, attempt, subject, sheet } = one.target('U2');
    const ballot = {
      ...{ round, attempt, subject, rev: 2, choice: B },
      total: '55.00',
      code: 'AAAA-AAAA',
    };
    put('acknowledged', `${ROUND}/1/U2/old`, {
      ...ballot,
      tap: { ...tapOf('old', 5), claim: claimNow() },
    });
    const criteria = sheet.lines.map(({ id, name, max }) => ({
      ...{ id, name, max: Number(max), step: 1, weight: Number(max) },
    }));
    put('sheet', `${ROUND}/1`, { id: sheet.id, version: 1, name: sheet.name, criteria });
    await expect
      .poll(async () => (await turn(), box(play, 'U2')))
      .toMatchObject({ rev: 2, choice: B });
    expect(one.counted('U2')).toEqual(B);
  });

  test('what was refused there is told here, and once read it stays read', async () => {
    const one = page();
    const target = one.target('U3');
    const refusal = { code: 'not-checked-in' };
    put('refused', `${matterOf(target)}/old`, { target, choice: A, refusal, tap: tapOf('old', 5) });
    await expect.poll(async () => (await turn(), one.refused)).toEqual(['not-checked-in']);
    one.outbox.letGo(matterOf(target));
    await turn();
    one.kill();
    const next = page();
    await turn();
    expect(next.refused).toEqual([]);
  });
});

describe('[R5] drafts, refusals and clocks of two pages', () => {
  test('of one unit, before either heard of the other: no score is lost', () => {
    const [one, two] = [page(), page()];
    browser.prompt = false;
    one.outbox.score(one.target('U1'), 'c1', 11);
    two.outbox.score(two.target('U1'), 'c2', 12);
    browser.deliver();
    for (const { outbox } of [one, two])
      expect(draftsOf(outbox.store.getState())[matterOf(one.target('U1'))]).toEqual({
        ...{ c1: 11, c2: 12 },
      });
  });

  test('when the storage is cleared, and another page writes there before this one looks', async () => {
    const [one, two] = [page(), page()];
    browser.prompt = false;
    for (const each of [one, two]) each.offline();
    one.outbox.score(one.target('U3'), 'c1', 7);
    // No page hears of what it wrote itself, and the other one sleeps.
    browser.unheard();
    browser.clear();
    two.tap('U2', B);
    browser.deliver();
    await turn();
    browser.deliver();
    for (const { outbox } of [one, two])
      expect(Object.keys(draftsOf(outbox.store.getState()))).toEqual([matterOf(one.target('U3'))]);
  });
});

describe('pages tell each other what became of it', () => {
  test('counted for one is counted for the other, which has no network', async () => {
    const [one, two] = [page(), page()];
    two.offline();
    one.tap('U1', A);
    await settled();
    expect(two.counted('U1')).toEqual(A);
    expect(two.waiting).toEqual({});
    two.tap('U1', B);
    two.online();
    await settled();
    expect(box(play, 'U1')).toMatchObject({ rev: 2, choice: B });
  });

  test('refused for one is told by both, and read in one it is read in both', async () => {
    const [one, two] = [page(), page()];
    for (const each of [one, two]) each.offline();
    one.tap('U1', A);
    await settled();
    play.staff({ type: 'CloseRound', round: ROUND });
    one.online();
    await settled();
    await turn();
    expect([one.refused, two.refused]).toEqual([['round-closed'], ['round-closed']]);
    const [refused] = refusedIn(one.outbox.store.getState().slips);
    one.outbox.letGo(matterOf(refused!.target));
    await settled();
    two.online();
    await turn();
    await turn();
    expect([one.refused, two.refused, one.waiting, two.waiting]).toEqual([[], [], {}, {}]);
  });

  test('two pages that disagree come to rest: nothing is written without need', async () => {
    const [one, two] = [page(), page()];
    two.offline();
    one.tap('U1', A);
    two.tap('U2', B);
    two.online();
    await turn();
    await turn();
    const writes = vi.spyOn(browser, 'setItem');
    const removals = vi.spyOn(browser, 'removeItem');
    await turn();
    expect([writes.mock.calls, removals.mock.calls]).toEqual([[], []]);
  });
});

describe('[R5] any history of three pages', () => {
  const act = fc.record({
    page: fc.nat(2),
    do: fc.constantFrom(
      'tap',
      'tap',
      'tap',
      'draft',
      'on',
      'off',
      'deaf',
      'kill',
      'turn',
      'hear',
      'clear',
      'clock',
    ),
    /** Of the clock that the page has just heard from its server, in ms. */
    clock: fc.integer({ min: -3_600_000, max: 3_600_000 }),
    unit: fc.constantFrom('U1', 'U2', 'U3'),
  });

  test('ends with each unit’s last tap counted once, shown by all, and nothing left', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { maxLength: 60, size: 'max' }),
        fc.boolean(),
        async (acts, prompt) => {
          begin();
          browser.prompt = prompt;
          const pages = [page(), page(), page()];
          const last = new Map<string, Choice>();
          let n = 0;
          for (const { page: which, do: what, unit, clock } of acts) {
            const one = pages[which]!;
            switch (what) {
              case 'tap': {
                n += 1;
                const choice = scores(n % 40, n % 20, 0, 0);
                one.tap(unit, choice);
                last.set(unit, choice);
                break;
              }
              case 'draft':
                one.outbox.score(one.target(unit), 'c1', n % 40);
                break;
              case 'on':
                one.online();
                break;
              case 'off':
                one.offline();
                break;
              case 'deaf':
                one.deaf = !one.deaf;
                break;
              case 'kill':
                one.kill();
                pages[which] = page();
                break;
              case 'turn':
                vi.advanceTimersByTime(6000);
                break;
              case 'clock':
                one.store.setState({ clockOffset: clock });
                break;
              case 'hear':
                browser.deliver();
                break;
              case 'clear':
                browser.clear();
            }
            await settled();
            // What is cleared while a page is alive is put back by it at its next turn.
            if (what === 'clear') {
              browser.deliver();
              await turn();
            }
          }
          browser.prompt = true;
          for (const one of pages) one.deaf = false;
          for (let times = 0; times < 3; times++) {
            for (const one of pages) one.online();
            browser.deliver();
            await turn();
          }
          for (const [unit, choice] of last) {
            expect(box(play, unit)?.choice).toEqual(choice);
            for (const one of pages) expect(one.counted(unit)).toEqual(choice);
          }
          for (const one of pages) expect([one.waiting, one.refused]).toEqual([{}, []]);
        },
      ),
      { seed: seed(16), numRuns: repetitions(60, 20 * 60) },
    );
  });
});
