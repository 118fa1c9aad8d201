// A seat's desk: what lies on this device, kept through a reload, and the loop that sends until the server answered.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Choice } from '../../shared/ballots/ballot.ts';
import type { DrawId } from '../../shared/ids.ts';
import type { Answer, CastAnswer } from '../../shared/protocol.ts';
import type { Sheet } from '../../shared/scoring/sheet.ts';
import type { MyBallot, OpenRound, SeatView } from '../../shared/views/panel-slices.ts';
import { ticks } from '../live/clock.ts';
import { guarded } from '../live/faults.ts';
import { onDevice, recall } from '../live/storage.ts';
import type { Live } from '../live/view-store.ts';
import { acknowledge, lackedBy, toResend, type Acknowledged } from './acknowledged.ts';
import {
  answerCame,
  backToSheet,
  claimCame,
  letGo,
  resent,
  scored,
  submitted,
  viewCame,
  type OnDevice,
} from './device.ts';
import { isOlder } from './epoch.ts';
import { openShelf, readKept } from './kept.ts';
import { isSameKept, merged, type Kept } from './merge.ts';
import { dismiss, toMessage, type Waiting } from './outbox.ts';
import { newId } from './new-id.ts';
import { openTabs, type Tabs } from './tabs.ts';
import { ballotFor, keyOf, type Target } from './target.ts';
import { own } from '../../shared/own.ts';

export interface DeskState extends OnDevice {
  /** By round and attempt: names and maxima for ballots whose round has closed. */
  readonly sheets: Readonly<Record<string, Sheet>>;
  /** Whether this device keeps things through a reload. */
  readonly keeps: boolean;
  /** A word for a draw is typed and not sent. */
  readonly typing: boolean;
}

export interface Desk {
  readonly store: StoreApi<DeskState>;
  /** `undefined` takes the score back. */
  readonly score: (target: Target, criterion: string, value: number | undefined) => void;
  readonly submit: (target: Target, choice: Choice) => void;
  /** Opens what is counted for changes. */
  readonly edit: (key: string) => void;
  /** Drops the changes, or what was not counted and has been read. */
  readonly letGo: (key: string) => void;
  /** Back to the sheet with what the server refused. */
  readonly backToSheet: (key: string) => void;
  /** Sends a word for a draw; null where no answer came. */
  readonly say: (draw: DrawId, word: string) => Promise<Answer | null>;
  readonly typing: (is: boolean) => void;
  /** Sends from now on; returns what stops it. */
  readonly start: () => () => void;
}

const RESEND_MS = 3000;
const MOST_IN_FLIGHT = 12;

/** @param key where it is kept, see `keptKey` */
export function createDesk(live: Live<SeatView>, key: string): Desk {
  const shelf = openShelf(key, onDevice);
  const store = createStore<DeskState>(() => {
    const kept = readKept(shelf);
    return { ...kept, editing: null, receipts: [], keeps: shelf.write(kept), typing: false };
  });
  const inFlight = new Set<string>();
  /** Taps of this page; those of the device's other pages go out with the next turn, where they have not by then. */
  const mine = new Set<string>();
  let tabs: Tabs | null = null;
  /** The storage was cleared: what is missing there was not taken away by another page, until this one has written. */
  let cleared = false;
  /** Of what was acknowledged, what the server was seen to lack. */
  let lacking: readonly Acknowledged[] = [];
  const inView = (): readonly MyBallot[] => live.store.getState().view?.me.ballots ?? [];
  const epochNow = (): number => live.store.getState().view?.stage.meeting.epoch ?? 0;

  const known = (): readonly MyBallot[] => [...store.getState().receipts, ...inView()];

  function change(next: DeskState) {
    if (next === store.getState()) return;
    const keeps = write(next);
    store.setState({ ...next, keeps });
    if (!keeps) tell();
  }
  function write(kept: Kept): boolean {
    const keeps = shelf.write(kept);
    if (keeps) cleared = false;
    return keeps;
  }
  function tell() {
    const { outbox, acknowledged } = store.getState();
    tabs?.tell({ waiting: outbox.waiting, acknowledged });
  }
  /** Takes up what other pages of this device have kept. */
  function pull() {
    const lying = shelf.read();
    const before = store.getState();
    if (lying) takeUp(merged(before, lying, before.keeps && !cleared));
  }
  /**
   * Keeps what of this page's has gone missing in the storage. By turns only: pages that answered each other's writes at
   * once, and disagreed, would never come to rest.
   */
  function putBack() {
    pull();
    const before = store.getState();
    const keeps = write(before);
    if (keeps !== before.keeps) store.setState({ keeps });
  }
  function takeUp(kept: Kept) {
    const before = store.getState();
    const epoch = epochNow();
    // What another page had acknowledged counts here as well, before the server says so.
    const news = Object.entries(kept.acknowledged).flatMap(([about, one]) =>
      one !== own(before.acknowledged, about) && one.tap.epoch === epoch && one.code !== ''
        ? [one]
        : [],
    );
    if (isSameKept(before, kept)) return;
    store.setState({ ...kept, receipts: [...before.receipts, ...news] });
    step((device) => viewCame(device, inView(), epoch));
    const { status, view } = live.store.getState();
    if (status === 'online' && view) step((device, held) => claimCame(device, held, view.me.claim));
  }
  /** Applies one of the pure steps of device.ts. */
  function step(act: (device: OnDevice, held: readonly MyBallot[]) => OnDevice, held = known()) {
    const before = store.getState();
    const after = act(before, held);
    if (after !== before) change({ ...before, ...after });
  }

  /** @param all also what was tapped on other pages of this device, or on this one before a reload */
  function send(all = false) {
    const { status, view } = live.store.getState();
    if (status !== 'online' || !view || older(view)) return;
    for (const entry of store.getState().outbox.waiting) {
      if (!all && !mine.has(entry.tap.id)) continue;
      const id = `${entry.tap.id}#${entry.rev}`;
      // A whole batch that waited for the network goes out in turns: the server refuses who sends too much at once.
      if (inFlight.has(id) || inFlight.size >= MOST_IN_FLIGHT) continue;
      inFlight.add(id);
      void live.request('cast', toMessage(entry)).then((answer) => {
        inFlight.delete(id);
        // Whoever has the page by now is somebody else; what waits is sent again when this seat is here again.
        if (!tabs) return;
        // What did not fit may be because of a later tap on another page: that one is not overtaken.
        if (answer && !answer.ok) pull();
        const { outbox } = store.getState();
        const { epoch } = view.stage.meeting;
        const alone = !store.getState().keeps && !tabs.canTell;
        step((device, held) => answerCame(device, held, entry, answer, epoch, alone), inView());
        noteAnswer(entry, answer, epoch);
        // A renumbered ballot and the next of a batch need not wait for the next turn.
        if (store.getState().outbox !== outbox) send(all);
      });
    }
  }

  /** What an answer says of the ballots that servers have acknowledged. */
  function noteAnswer(entry: Waiting, answer: CastAnswer | null, epoch: number) {
    const about = keyOf(entry.target);
    const isResent = lacking.some((one) => keyOf(one) === about);
    if (!answer) return;
    const { outbox, acknowledged } = store.getState();
    const keep = (one: Acknowledged | null) => {
      step((device) => ({ ...device, acknowledged: acknowledge(acknowledged, about, one) }));
    };
    const before = own(acknowledged, about);
    if (answer.ok) {
      if (!isResent && mine.has(entry.tap.id) && typeof navigator.vibrate === 'function')
        navigator.vibrate(40);
    } else if (isResent && before && answer.refusal.code === 'not-in-round') {
      // The copy does not know the round yet: the ballot goes out when that opens.
      step((device) => ({ ...device, outbox: dismiss(outbox, about) }));
      keep({ ...before, tap: { ...before.tap, epoch } });
      return;
    } else if (isResent && outbox.refused.some(({ target }) => keyOf(target) === about)) keep(null);
    lacking = lacking.filter((one) => keyOf(one) !== about);
  }

  return {
    store,
    score(target, criterion, value) {
      // Another page may have scored on the same sheet.
      pull();
      step((device, held) => scored(device, held, target, criterion, value));
    },
    submit(target, choice) {
      // Numbered on from what waits here by now, whichever page put it there.
      pull();
      const { view, clockOffset } = live.store.getState();
      // The server's clock, as other pages have it too.
      const at = Math.round(clockOffset + ticks());
      const tap = { id: newId(), at, claim: view?.me.claim ?? null, epoch: epochNow() };
      mine.add(tap.id);
      step((device, held) => submitted(device, held, target, choice, tap));
      send();
    },
    edit(editing) {
      step((device) => ({ ...device, editing }));
    },
    letGo(about) {
      step((device) => letGo(device, about));
    },
    backToSheet(about) {
      step((device) => backToSheet(device, about));
    },
    say: (draw, word) => live.request('word', { draw, word }),
    typing(typing) {
      store.setState({ typing });
    },
    start() {
      let first = true;
      let isOnline = false;
      let me: SeatView['me'] | null = null;
      const follow = guarded('desk', () => {
        const { status, view } = live.store.getState();
        const isBack = !isOnline;
        isOnline = status === 'online';
        if (!view || older(view)) return;
        const open = [...view.stage.open, ...view.written];
        remember(open);
        const { epoch } = view.stage.meeting;
        step((device) => viewCame(device, inView(), epoch));
        // Only what the server says of the seat anew tells what it holds: of casts on this connection it says no more.
        const isNews = view.me !== me;
        me = view.me;
        const { sheets, acknowledged } = store.getState();
        if (isNews) lacking = lackedBy(inView(), acknowledged);
        const again = toResend(lacking, open, (one) => own(sheets, sheetKey(one)), epoch, isNews);
        if (again.length > 0) step((device) => resent(device, again));
        if (isNews) step((device) => claimCame(device, inView(), view.me.claim));
        if (first) step(resumed);
        first = false;
        // Of what changed while this page slept it may not have been told yet.
        if (isBack) pull();
        send(isBack);
      });
      tabs = openTabs(key, {
        changed: (isCleared) => {
          cleared ||= isCleared;
          pull();
        },
        told: ({ waiting, acknowledged }) => {
          const { sheets, drafts } = store.getState();
          const lying = { waiting, acknowledged: Object.values(acknowledged), refused: [] };
          takeUp(merged(store.getState(), { ...lying, drafts, sheets }, false));
        },
        asked: () => {
          if (!store.getState().keeps) tell();
        },
      });
      const takeOver = () => {
        // An older version of this page has kept something in its own way.
        if (recall(key) === null) return;
        void import('./kept-v1.ts').then(
          ({ takeOlder }) => {
            if (!tabs) return;
            takeOlder(key, onDevice);
            pull();
            // What it was told of may be lacking at the server, as after a whole view.
            me = null;
            follow();
            send(true);
          },
          () => undefined,
        );
      };
      takeOver();
      follow();
      const stop = live.store.subscribe(follow);
      // Spread, so that a hall that lost the same answer does not ask again in the same instant.
      const timer = setInterval(
        () => {
          putBack();
          // A page of that version may still be open beside this one.
          takeOver();
          send(true);
        },
        RESEND_MS + Math.random() * 2000,
      );
      return () => {
        stop();
        clearInterval(timer);
        tabs?.close();
        tabs = null;
      };
    },
  };

  function older({ stage: { meeting } }: SeatView): boolean {
    return isOlder(meeting.code, meeting.epoch, onDevice);
  }

  function remember(rounds: readonly OpenRound[]) {
    const { sheets } = store.getState();
    const fresh = rounds.filter((round) => !own(sheets, sheetKey(round)));
    if (fresh.length > 0)
      change({
        ...store.getState(),
        sheets: {
          ...sheets,
          ...Object.fromEntries(fresh.map((round) => [sheetKey(round), round.sheet])),
        },
      });
  }
}

/** Where `sheets` holds the sheet of a ballot or an open round. */
export function sheetKey(about: { readonly round: string; readonly attempt: number }): string {
  return `${about.round}/${about.attempt}`;
}

/** After a reload: changes to a counted ballot that were not submitted are taken up again. */
function resumed(device: OnDevice, held: readonly MyBallot[]): OnDevice {
  const changed = Object.keys(device.drafts).find((key) => ballotFor(held, key));
  return changed === undefined ? device : { ...device, editing: changed };
}
