// A seat's desk: what lies on this device, kept through a reload, and the loop that sends until the server answered.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Choice } from '../../shared/ballots/ballot.ts';
import type { CastAnswer } from '../../shared/protocol.ts';
import type { Sheet } from '../../shared/scoring/sheet.ts';
import type { MyBallot, PanelStageSlice, SeatView } from '../../shared/views/slices.ts';
import type { Live } from '../live/view-store.ts';
import {
  answerCame,
  backToSheet,
  letGo,
  scored,
  submitted,
  viewCame,
  type OnDevice,
} from './device.ts';
import { readKept, writeKept } from './kept.ts';
import { toMessage } from './outbox.ts';
import { ballotFor, keyOf, type Target } from './target.ts';

export interface DeskState extends OnDevice {
  /** By round and attempt: names and maxima for ballots whose round has closed. */
  readonly sheets: Readonly<Record<string, Sheet>>;
  /** Whether this device keeps things through a reload. */
  readonly keeps: boolean;
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
  /** Sends from now on; returns what stops it. */
  readonly start: () => () => void;
}

const RESEND_MS = 3000;

/** @param key where it is kept, see `keptKey` */
export function createDesk(live: Live<SeatView>, key: string): Desk {
  const storage = () => localStorage;
  const store = createStore<DeskState>(() => ({
    ...readKept(key, storage),
    editing: null,
    receipts: [],
    keeps: true,
  }));
  const inFlight = new Set<string>();
  const inView = (): readonly MyBallot[] => live.store.getState().view?.me.ballots ?? [];

  const known = (): readonly MyBallot[] => [...store.getState().receipts, ...inView()];

  function change(next: DeskState) {
    if (next !== store.getState())
      store.setState({ ...next, keeps: writeKept(key, next, storage) });
  }
  /** Applies one of the pure steps of device.ts. */
  function step(act: (device: OnDevice, held: readonly MyBallot[]) => OnDevice, held = known()) {
    const before = store.getState();
    const after = act(before, held);
    if (after !== before) change({ ...before, ...after });
  }

  function send() {
    if (live.store.getState().status !== 'online') return;
    for (const entry of store.getState().outbox.waiting) {
      const id = `${keyOf(entry.target)}#${entry.rev}`;
      if (inFlight.has(id)) continue;
      inFlight.add(id);
      void live.request<CastAnswer>('cast', toMessage(entry)).then((answer) => {
        inFlight.delete(id);
        const { outbox } = store.getState();
        step((device, held) => answerCame(device, held, entry, answer), inView());
        if (answer?.ok && typeof navigator.vibrate === 'function') navigator.vibrate(40);
        // A renumbered ballot need not wait for the next turn.
        if (store.getState().outbox !== outbox) send();
      });
    }
  }

  return {
    store,
    score(target, criterion, value) {
      step((device, held) => scored(device, held, target, criterion, value));
    },
    submit(target, choice) {
      step((device, held) => submitted(device, held, target, choice));
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
    start() {
      let first = true;
      const follow = () => {
        const { view } = live.store.getState();
        if (!view) return;
        remember(view.stage);
        step(viewCame, inView());
        if (first) step(resumed);
        first = false;
        send();
      };
      follow();
      const stop = live.store.subscribe(follow);
      // Spread, so that a hall that lost the same answer does not ask again in the same instant.
      const timer = setInterval(send, RESEND_MS + Math.random() * 2000);
      return () => {
        stop();
        clearInterval(timer);
      };
    },
  };

  function remember({ open }: PanelStageSlice) {
    const { sheets } = store.getState();
    const fresh = open.filter((round) => !sheets[sheetKey(round)]);
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
