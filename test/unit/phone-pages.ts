// Pages of one device with the same seat open, as tabs have it: the phone's own outbox, the real rules behind it, and a network
// and a browser's storage that the tests hold in their hands.
import { afterEach, beforeEach, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createOutbox, type Outbox } from '../../client/phone/slips/outbox.ts';
import { openTargets, type Target } from '../../client/phone/slips/matter.ts';
import { keptKey } from '../../client/phone/slips/shelf.ts';
import { ballotsOf, refusedIn, sendingIn } from '../../client/phone/slips/slips.ts';
import type { Live, LiveState } from '../../client/live/view-store.ts';
import { about, type Choice } from '../../shared/ballots/ballot.ts';
import type { CastAnswer, CastMessage } from '../../shared/protocol.ts';
import type { MyBallot, SeatView } from '../../shared/views/slices/panel-slices.ts';
import {
  meSlice,
  panelStage,
  panelWritten,
  receiptOf,
} from '../../shared/views/audiences/panel.ts';
import { itemId, NONCE, roundId, SALT, seated, seatId, subjectId, type Play } from '../builders.ts';
import { Disk } from './phone-builders.ts';

export const SEAT = seatId('S003');
export const KEY = keptKey('hall1', SEAT);
export const ROUND = roundId('w');

/** A written round over U1 to U4 that takes ballots. */
function voting(): Play {
  const item = { kind: 'written', subjects: 'rest', sheet: 'live', disclosure: 'hidden' } as const;
  return seated()
    .staff({ type: 'SetAgenda', items: [{ id: itemId('w'), ...item }] })
    .staff({ type: 'EnterItem', item: itemId('w') })
    .staff({ type: 'OpenRound', item: itemId('w') });
}

/** A browser: its storage, and the pages that are told when another one changes it. */
export class Browser extends Disk {
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

export class Page {
  readonly store = createStore<LiveState<SeatView>>(() => ({
    ...{ status: 'connecting', ended: null, held: null, view: null },
    ...{ clockOffset: 0, offlineSince: null },
  }));
  readonly casts: CastMessage[] = [];
  readonly outbox: Outbox;
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
    this.outbox = createOutbox(live, KEY);
    this.#stop = this.outbox.start();
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
    this.outbox.submit(this.target(unit), choice);
  }

  target(unit: string): Target {
    const open = panelWritten(this.#play);
    const [place] = open[0]?.of ?? [];
    const targets = place ? openTargets(open, place.group) : [];
    const target = targets.find(({ subject }) => subject.id === unit);
    if (!target) throw new Error(unit);
    return target;
  }

  /** Choices that the page shows as on their way. */
  get waiting(): Record<string, Choice> {
    return Object.fromEntries(
      sendingIn(this.outbox.store.getState().slips).map(({ target, choice }) => [
        target.subject.id,
        choice,
      ]),
    );
  }

  get refused(): readonly string[] {
    return refusedIn(this.outbox.store.getState().slips).map(({ refusal }) => refusal.code);
  }

  /** What the page shows as counted. */
  counted(unit: string): Choice | undefined {
    return this.ballot(unit)?.choice;
  }

  ballot(unit: string): MyBallot | undefined {
    const { slips } = this.outbox.store.getState();
    const ballots = ballotsOf(slips, this.store.getState().view?.me.ballots ?? []).filter(
      ({ subject }) => subject.id === unit,
    );
    return [...ballots].sort((a, b) => b.rev - a.rev)[0];
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
      salt: SALT,
    });
    if (decision.ok) play.commit(decision, { kind: 'server' });
    if (this.deaf) return null;
    if (!decision.ok) return decision;
    const kept = play.box.revision(
      { ...message, matter: about(message.subject), seat: SEAT },
      message.rev,
    );
    if (!kept) throw new Error('acknowledged and not kept');
    return { ok: true, receipt: receiptOf(play.meeting, kept) };
  }
}

export const box = (play: Play, unit: string) =>
  play.box.newest({ round: ROUND, attempt: 1, matter: about(subjectId(unit)), seat: SEAT })?.ballot;
/** All that is under way on the device has happened. */
export const settled = () => new Promise((done) => setImmediate(done));
/** Long enough for every page's next turn. */
export const turn = async () => {
  vi.advanceTimersByTime(6000);
  await settled();
};

export let browser = new Browser();
export let play = voting();
export let opened: Page[] = [];
export const page = () => {
  const one = new Page(play);
  opened.push(one);
  return one;
};

/** Everything anew: nothing is stored, nobody has voted, no page is open. */
export function begin(): void {
  for (const one of opened.splice(0)) one.kill();
  browser.items.clear();
  browser.pages.clear();
  play = voting();
}

/** Call it once in a file of tests: each of them begins with a new browser. */
export function freshBrowsers(): void {
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
}
