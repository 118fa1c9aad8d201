// Several pages of one device with the same seat open, as two tabs have it: the phone's own desk, the real rules behind it,
// and a network and a browser's storage that the tests hold in their hands (R5).
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { ballotsOf, refusedIn, sendingIn } from '../../client/phone/slips/slips.ts';
import { createDesk, type Desk } from '../../client/phone/slips/desk.ts';
import { keptKey } from '../../client/phone/slips/shelf.ts';
import { matterOf, openTargets, type Target } from '../../client/phone/slips/matter.ts';
import type { Live, LiveState } from '../../client/live/view-store.ts';
import type { Choice } from '../../shared/ballots/ballot.ts';
import type { CastAnswer, CastMessage } from '../../shared/protocol.ts';
import type { SeatView } from '../../shared/views/panel-slices.ts';
import { meSlice, panelStage, panelWritten, receiptOf } from '../../shared/views/panel.ts';
import {
  itemId,
  NONCE,
  roundId,
  scores,
  seated,
  seatId,
  subjectId,
  type Play,
} from '../builders.ts';
import { Disk, draftsOf } from './phone-builders.ts';

const SEAT = seatId('S003');
const KEY = keptKey('hall1', SEAT);
const ROUND = roundId('w');

/** A written round over U1 to U4 that takes ballots. */
function voting(): Play {
  const item = { kind: 'written', subjects: 'rest', sheet: 'live', disclosure: 'hidden' } as const;
  return seated()
    .staff({ type: 'SetAgenda', items: [{ id: itemId('w'), ...item }] })
    .staff({ type: 'EnterItem', item: itemId('w') })
    .staff({ type: 'OpenRound', item: itemId('w') });
}

/** A browser: its storage, and the pages that are told when another one changes it. */
class Browser extends Disk {
  readonly pages = new Set<(event: { readonly key: string | null }) => void>();
  /** null: everything fits. */
  fits: ((name: string) => boolean) | null = null;
  /** Whether pages hear at once; else when {@link deliver} is called, as between processes. */
  prompt = true;
  #unheard: (string | null)[] = [];

  override setItem(name: string, text: string): void {
    if (this.fits && !this.fits(name)) throw new Error('QuotaExceededError');
    if (this.items.get(name) === text) return;
    super.setItem(name, text);
    this.#changed(name);
  }

  override removeItem(name: string): void {
    if (!this.items.has(name)) return;
    super.removeItem(name);
    this.#changed(name);
  }

  clear(): void {
    this.items.clear();
    this.#changed(null);
  }

  /** What was written up to now is told to nobody. */
  unheard(): void {
    this.#unheard = [];
  }

  deliver(): void {
    for (const key of this.#unheard.splice(0)) for (const hear of [...this.pages]) hear({ key });
  }

  #changed(key: string | null): void {
    this.#unheard.push(key);
    if (this.prompt)
      queueMicrotask(() => {
        this.deliver();
      });
  }
}

class Page {
  readonly store = createStore<LiveState<SeatView>>(() => ({
    ...{ status: 'connecting', ended: null, held: null, view: null },
    ...{ clockOffset: 0, offlineSince: null },
  }));
  readonly casts: CastMessage[] = [];
  readonly desk: Desk;
  readonly #play: Play;
  readonly #stop: () => void;
  /** Answers are lost on the way while this is set. */
  deaf = false;

  constructor(play: Play) {
    this.#play = play;
    const live: Live<SeatView> = {
      store: this.store,
      request: (_, message) => Promise.resolve(this.#cast(message as CastMessage) as never),
      retryNow: () => undefined,
      close: () => undefined,
      reopen: () => undefined,
    };
    this.online();
    this.desk = createDesk(live, KEY);
    this.#stop = this.desk.start();
  }

  /** The network is there, and the whole view comes. */
  online(): void {
    const me = meSlice(this.#play, SEAT);
    if (!me) throw new Error('no seat');
    const view = { stage: panelStage(this.#play), written: panelWritten(this.#play), me };
    this.store.setState({ status: 'online', view });
  }

  offline(): void {
    this.store.setState({ status: 'offline' });
  }

  /** Nothing of it is ever run again, and nothing was said before. */
  kill(): void {
    this.#stop();
    this.offline();
  }

  tap(unit: string, choice: Choice): void {
    // Nobody taps on two pages within one millisecond.
    vi.advanceTimersByTime(1);
    this.desk.submit(this.target(unit), choice);
  }

  target(unit: string): Target {
    const target = openTargets(panelWritten(this.#play)).find(({ subject }) => subject.id === unit);
    if (!target) throw new Error(unit);
    return target;
  }

  /** Choices that the page shows as on their way. */
  get waiting(): Record<string, Choice> {
    return Object.fromEntries(
      sendingIn(this.desk.store.getState().slips).map(({ target, choice }) => [
        target.subject.id,
        choice,
      ]),
    );
  }

  get refused(): readonly string[] {
    return refusedIn(this.desk.store.getState().slips).map(({ refusal }) => refusal.code);
  }

  /** What the page shows as counted. */
  counted(unit: string): Choice | undefined {
    const { slips } = this.desk.store.getState();
    const ballots = ballotsOf(slips, this.store.getState().view?.me.ballots ?? []).filter(
      ({ subject }) => subject.id === unit,
    );
    return [...ballots].sort((a, b) => b.rev - a.rev)[0]?.choice;
  }

  #cast(message: CastMessage): CastAnswer | null {
    if (this.store.getState().status !== 'online') return null;
    this.casts.push(message);
    const play = this.#play;
    const claim = play.meeting.seats.get(SEAT)?.claim ?? 0;
    const decision = play.decideSeat({
      type: 'CastBallot',
      seat: SEAT,
      claim,
      ...message,
      nonce: NONCE,
    });
    if (decision.ok) play.commit(decision, { kind: 'server' });
    if (this.deaf) return null;
    if (!decision.ok) return decision;
    const kept = play.box.revision({ ...message, seat: SEAT }, message.rev);
    if (!kept) throw new Error('acknowledged and not kept');
    return { ok: true, receipt: receiptOf(play.meeting, kept) };
  }
}

const box = (play: Play, unit: string) =>
  play.box.newest({ round: ROUND, attempt: 1, subject: subjectId(unit), seat: SEAT })?.ballot;
/** All that is under way on the device has happened. */
const settled = () => new Promise((done) => setImmediate(done));
/** Long enough for every page's next turn. */
const turn = async () => {
  vi.advanceTimersByTime(6000);
  await settled();
};

let browser: Browser;
let play: Play;
let opened: Page[];
const page = () => {
  const one = new Page(play);
  opened.push(one);
  return one;
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  browser = new Browser();
  play = voting();
  opened = [];
  vi.stubGlobal('localStorage', browser);
  vi.stubGlobal('addEventListener', (type: string, hear: () => void) => {
    if (type === 'storage') browser.pages.add(hear);
  });
  vi.stubGlobal('removeEventListener', (_: string, hear: () => void) => {
    browser.pages.delete(hear);
  });
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('BroadcastChannel', undefined);
});
afterEach(() => {
  for (const one of opened) one.kill();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

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
    one.desk.score(one.target('U1'), 'c1', 11);
    two.desk.score(two.target('U2'), 'c2', 12);
    one.desk.score(one.target('U1'), 'c3', 13);
    await settled();
    for (const each of [one, two, page()])
      expect(Object.values(draftsOf(each.desk.store.getState()))).toEqual(
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
    expect(two.desk.store.getState().keeps).toBe(false);
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
    one.desk.score(one.target('U3'), 'c1', 7);
    await settled();
    browser.clear();
    await settled();
    await turn();
    one.kill();
    two.kill();
    const next = page();
    await settled();
    expect([box(play, 'U1')?.choice, box(play, 'U2')?.choice]).toEqual([A, B]);
    expect(Object.keys(draftsOf(next.desk.store.getState()))).toEqual([
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
    expect(one.desk.store.getState().keeps).toBe(false);
    expect([...browser.items.keys()].some((name) => name.includes('U1'))).toBe(true);
    browser.fits = null;
    await turn();
    expect(one.desk.store.getState().keeps).toBe(true);
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
        ...{ round: ROUND, attempt: 1, subject: subjectId('U1'), rev: 1, choice: B, nonce: NONCE },
      });
      play.claim('R3');
      const next = page();
      await expect.poll(() => next.refused.length).toBe(1);
      expect(box(play, 'U1')?.choice).toEqual(B);
    },
  );
});

describe('[R5] drafts, refusals and clocks of two pages', () => {
  test('of one unit, before either heard of the other: no score is lost', () => {
    const [one, two] = [page(), page()];
    browser.prompt = false;
    one.desk.score(one.target('U1'), 'c1', 11);
    two.desk.score(two.target('U1'), 'c2', 12);
    browser.deliver();
    for (const { desk } of [one, two])
      expect(draftsOf(desk.store.getState())[matterOf(one.target('U1'))]).toEqual({
        ...{ c1: 11, c2: 12 },
      });
  });

  test('when the storage is cleared, and another page writes there before this one looks', async () => {
    const [one, two] = [page(), page()];
    browser.prompt = false;
    for (const each of [one, two]) each.offline();
    one.desk.score(one.target('U3'), 'c1', 7);
    // No page hears of what it wrote itself, and the other one sleeps.
    browser.unheard();
    browser.clear();
    two.tap('U2', B);
    browser.deliver();
    await turn();
    browser.deliver();
    for (const { desk } of [one, two])
      expect(Object.keys(draftsOf(desk.store.getState()))).toEqual([matterOf(one.target('U3'))]);
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
    const [refused] = refusedIn(one.desk.store.getState().slips);
    one.desk.letGo(matterOf(refused!.target));
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
          for (const one of opened.splice(0)) one.kill();
          browser.items.clear();
          browser.pages.clear();
          browser.prompt = prompt;
          play = voting();
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
                one.desk.score(one.target(unit), 'c1', n % 40);
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
      { seed: 16, numRuns: 60 },
    );
  });
});
