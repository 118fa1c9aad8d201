// A seat's outbox: the slips that lie on this device, kept through a reload and shared with its other pages, and the loop that
// sends until the server answered.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Choice } from '../../../shared/ballots/ballot.ts';
import { hasOwn } from '../../../shared/own.ts';
import type { RoundForms } from '../../../shared/meeting/round-forms.ts';
import type { MyBallot, OpenRound, SeatView } from '../../../shared/views/slices/panel-slices.ts';
import { ticks } from '../../live/clock.ts';
import { guarded } from '../../live/faults.ts';
import { keep, onDevice } from '../../live/storage.ts';
import type { Live } from '../../live/view-store.ts';
import { isOlder } from './epoch.ts';
import { openTargets, sheetKey, type Target } from './matter.ts';
import { newId } from './new-id.ts';
import { liesOlder, openShelf, type Kept } from './shelf.ts';
import { isResent, toMessage } from './slip.ts';
import * as slips from './slips.ts';
import type { OnDevice } from './slips.ts';
import { openTabs, type Tabs } from './tabs.ts';

export interface OutboxState extends OnDevice, Kept {
  /** Whether this device keeps things through a reload. */
  readonly keeps: boolean;
  /** A word for a draw is typed and not sent. */
  readonly typing: boolean;
}

export interface Outbox {
  readonly store: StoreApi<OutboxState>;
  /** `undefined` takes the score back. */
  readonly score: (target: Target, criterion: string, value: number | undefined) => void;
  readonly submit: (target: Target, choice: Choice) => void;
  /** Opens what is counted for changes. */
  readonly edit: (matter: string) => void;
  /** Drops the changes, or what was not counted and has been read. */
  readonly letGo: (matter: string) => void;
  /** Back to the sheet with what the server refused. */
  readonly backToSheet: (matter: string) => void;
  /** The connection that it sends by, for what is sent beside ballots. */
  readonly live: Live<SeatView>;
  readonly typing: (is: boolean) => void;
  /** Sends from now on; returns what stops it. */
  readonly start: () => () => void;
}

const RESEND_MS = 3000;
const RESEND_JITTER_MS = 2000;
const MOST_IN_FLIGHT = 12;

/** @param key where it is kept, see `keptKey` */
export function createOutbox(live: Live<SeatView>, key: string): Outbox {
  const shelf = openShelf(key, onDevice);
  const store = createStore<OutboxState>(() => {
    const kept = shelf.read();
    return { ...kept, editing: null, keeps: shelf.write(kept), typing: false };
  });
  const inFlight = new Set<string>();
  /** Taps of this page; those of the device's other pages go out with the next turn, where they have not by then. */
  const mine = new Set<string>();
  let tabs: Tabs | null = null;
  const inView = (): readonly MyBallot[] => live.store.getState().view?.me.ballots ?? [];
  const epochNow = (): number => live.store.getState().view?.stage.meeting.epoch ?? 0;
  const isBehind = ({ stage: { meeting } }: SeatView) =>
    isOlder(meeting.code, meeting.epoch, onDevice);

  /** Applies one of the pure steps of slips.ts. */
  function step(act: (device: OutboxState) => OnDevice) {
    const before = store.getState();
    const after = act(before);
    if (after === before) return;
    const kept = { ...before, ...after };
    const keeps = shelf.write(kept);
    store.setState({ ...kept, keeps });
    if (!keeps) tabs?.tell(kept.slips);
  }
  /** Takes up what other pages of this device have kept. */
  function pull() {
    takeUp(shelf.read());
  }
  /** Keeps what has gone missing. By turns only: pages that answered each other's writes at once would never rest. */
  function putBack() {
    pull();
    const before = store.getState();
    const keeps = shelf.write(before);
    if (keeps !== before.keeps) store.setState({ keeps });
  }
  function takeUp(kept: Kept) {
    const before = store.getState();
    const epoch = epochNow();
    const all = slips.united(before.slips, kept.slips, epoch);
    const sheets = { ...kept.sheets, ...before.sheets };
    const isSame = slips.isSame(before.slips, all);
    if (isSame && Object.keys(sheets).length === Object.keys(before.sheets).length) return;
    store.setState({ slips: isSame ? before.slips : all, sheets });
    step((device) => slips.viewCame(device, inView(), epoch, false));
    const { status, view } = live.store.getState();
    if (status === 'online' && view)
      step((device) => slips.claimCame(device, inView(), view.me.claim));
  }
  /** What a page of an older version has kept in its own way, now or before this one was brought up to date. */
  function takeOlder(then: () => void) {
    if (!liesOlder(key, onDevice)) return;
    void import('./older.ts').then(
      ({ olderIn, takenNames }) => {
        if (!tabs) return;
        takeUp(olderIn(key, onDevice, store.getState()));
        putBack();
        if (store.getState().keeps) for (const name of takenNames(key, onDevice)) keep(name, null);
        then();
      },
      () => undefined,
    );
  }

  /** @param all also what was tapped on other pages of this device, or on this one before a reload */
  function send(all = false) {
    const { status, view } = live.store.getState();
    if (status !== 'online' || !view || isBehind(view)) return;
    for (const sent of slips.sendingIn(store.getState().slips)) {
      if (!all && !mine.has(sent.tap.id)) continue;
      const id = `${sent.tap.id}#${sent.rev}`;
      // A whole batch that waited for the network goes out in turns: the server refuses who sends too much at once.
      if (inFlight.has(id) || inFlight.size >= MOST_IN_FLIGHT) continue;
      inFlight.add(id);
      void live.request('cast', toMessage(sent)).then((answer) => {
        inFlight.delete(id);
        // Whoever has the page by now is somebody else; what waits is sent again when this seat is here again.
        if (!tabs) return;
        // What did not fit may be because of a later tap on another page: that one is not overtaken.
        if (answer && !answer.ok) pull();
        if (answer?.ok && mine.has(sent.tap.id) && !isResent(sent)) buzz();
        const before = store.getState();
        const { epoch } = view.stage.meeting;
        const alone = !before.keeps && !tabs.canTell;
        step((device) => slips.answerCame(device, inView(), sent, answer, epoch, alone));
        // A renumbered ballot and the next of a batch need not wait for the next turn.
        if (store.getState() !== before) send(all);
      });
    }
  }

  return {
    store,
    score(target, criterion, value) {
      // Another page may have scored on the same sheet.
      pull();
      step((device) => slips.scored(device, inView(), target, criterion, value));
    },
    submit(target, choice) {
      // Numbered on from what waits here by now, whichever page put it there.
      pull();
      const { view, clockOffset } = live.store.getState();
      // The server's clock, as other pages have it too.
      const at = Math.round(clockOffset + ticks());
      const tap = { id: newId(), at, claim: view?.me.claim ?? null, epoch: epochNow() };
      mine.add(tap.id);
      step((device) => slips.submitted(device, inView(), target, choice, tap));
      send();
    },
    edit(editing) {
      store.setState({ editing });
    },
    letGo(matter) {
      step((device) => slips.letGo(device, matter));
    },
    backToSheet(matter) {
      step((device) => slips.backToSheet(device, matter));
    },
    live,
    typing: (typing) => {
      store.setState({ typing });
    },
    start() {
      let first = true;
      let isOnline = false;
      let me: SeatView['me'] | null = null;
      const follow = guarded('outbox', () => {
        const { status, view } = live.store.getState();
        const isBack = !isOnline;
        isOnline = status === 'online';
        if (!view || isBehind(view)) return;
        const open = [...view.stage.open, ...view.written];
        const { epoch } = view.stage.meeting;
        // Only what the server says of the seat anew tells what it holds: of casts on this connection it says no more.
        const isNews = view.me !== me;
        me = view.me;
        step((device) => remembering(device, open));
        step((device) => {
          const known = slips.viewCame(device, inView(), epoch, isNews);
          const targets = openTargets(open, view.me.groupId);
          const sent = slips.lackingSent(known, targets, epoch, isNews);
          return isNews ? slips.claimCame(sent, inView(), view.me.claim) : sent;
        });
        // Changes to a counted ballot that were not submitted before a reload are taken up again.
        if (first) step((device) => slips.resumed(device, inView()));
        first = false;
        // Of what changed while this page slept it may not have been told yet.
        if (isBack) pull();
        send(isBack);
      });
      tabs = openTabs(key, {
        changed: pull,
        told(all) {
          takeUp({ slips: all, sheets: {} });
        },
        asked() {
          const { keeps, slips: all } = store.getState();
          if (!keeps) tabs?.tell(all);
        },
      });
      const bringOver = () => {
        takeOlder(() => {
          // What it was told of may be lacking at the server, as after a whole view.
          me = null;
          follow();
          send(true);
        });
      };
      bringOver();
      follow();
      const stop = live.store.subscribe(follow);
      // Spread, so that a hall that lost the same answer does not ask again in the same instant.
      const timer = setInterval(
        () => {
          putBack();
          // A page of that version may still be open beside this one.
          bringOver();
          send(true);
        },
        RESEND_MS + Math.random() * RESEND_JITTER_MS,
      );
      return () => {
        stop();
        clearInterval(timer);
        tabs?.close();
        tabs = null;
      };
    },
  };
}

/** With the sheets of these rounds, for ballots that are shown after the close. */
function remembering(device: OutboxState, rounds: readonly OpenRound[]): OutboxState {
  const fresh = rounds.filter((round) => !hasOwn(device.sheets, sheetKey(round)));
  if (fresh.length === 0) return device;
  const more = Object.fromEntries(fresh.map((round) => [sheetKey(round), formsIn(round)]));
  return { ...device, sheets: { ...device.sheets, ...more } };
}

function formsIn({ forms, of }: OpenRound): RoundForms {
  return { forms, of };
}

function buzz() {
  if (typeof navigator.vibrate === 'function') navigator.vibrate(40);
}
