// A seat's desk: what lies on this device, kept through a reload, and the loop that sends until the server answered.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Choice } from '../../shared/ballots/ballot.ts';
import type { DrawId } from '../../shared/ids.ts';
import type { Answer, CastAnswer } from '../../shared/protocol.ts';
import type { Sheet } from '../../shared/scoring/sheet.ts';
import type { MyBallot, OpenRound, SeatView } from '../../shared/views/panel-slices.ts';
import { guarded } from '../live/faults.ts';
import { onDevice } from '../live/storage.ts';
import type { Live } from '../live/view-store.ts';
import {
  answerCame,
  backToSheet,
  letGo,
  resent,
  scored,
  submitted,
  viewCame,
  type OnDevice,
} from './device.ts';
import { acknowledge, lackedBy, readAcknowledged, toResend } from './acknowledged.ts';
import { isOlder } from './epoch.ts';
import { readKept, writeKept } from './kept.ts';
import { dismiss, toMessage, type Waiting } from './outbox.ts';
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
  const storage = onDevice;
  const store = createStore<DeskState>(() => ({
    ...readKept(key, storage),
    editing: null,
    receipts: [],
    keeps: true,
    typing: false,
  }));
  const inFlight = new Set<string>();
  let acknowledged = readAcknowledged(key, storage);
  /** Of these, what the server was seen to lack. */
  let lacking: typeof acknowledged = [];
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
    const { status, view } = live.store.getState();
    if (status !== 'online' || !view || older(view)) return;
    for (const entry of store.getState().outbox.waiting) {
      const id = `${keyOf(entry.target)}#${entry.rev}`;
      // A whole batch that waited for the network goes out in turns: the server refuses who sends too much at once.
      if (inFlight.has(id) || inFlight.size >= MOST_IN_FLIGHT) continue;
      inFlight.add(id);
      void live.request<CastAnswer>('cast', toMessage(entry)).then((answer) => {
        inFlight.delete(id);
        const { outbox } = store.getState();
        step((device, held) => answerCame(device, held, entry, answer), inView());
        noteAnswer(entry, answer, view.stage.meeting.epoch);
        // A renumbered ballot and the next of a batch need not wait for the next turn.
        if (store.getState().outbox !== outbox) send();
      });
    }
  }

  /** What an answer says of the ballots that servers have acknowledged. */
  function noteAnswer(entry: Waiting, answer: CastAnswer | null, epoch: number) {
    const about = keyOf(entry.target);
    const isResent = lacking.some((one) => keyOf(one) === about);
    if (!answer) return;
    const { outbox } = store.getState();
    if (answer.ok) {
      const { round, attempt, subject } = entry.target;
      const { rev, choice } = entry;
      const one = { round, attempt, subject, rev, choice, epoch };
      acknowledged = acknowledge(acknowledged, about, one, key, storage);
      if (!isResent && typeof navigator.vibrate === 'function') navigator.vibrate(40);
    } else if (isResent && answer.refusal.code === 'not-in-round') {
      // The copy does not know the round yet: the ballot goes out when that opens.
      step((device) => ({ ...device, outbox: dismiss(outbox, about) }));
      return;
    } else if (isResent && outbox.refused.some(({ target }) => keyOf(target) === about))
      acknowledged = acknowledge(acknowledged, about, null, key, storage);
    lacking = lacking.filter((one) => keyOf(one) !== about);
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
    say: (draw, word) => live.request('word', { draw, word }),
    typing(typing) {
      store.setState({ typing });
    },
    start() {
      let first = true;
      let me: SeatView['me'] | null = null;
      const follow = guarded('desk', () => {
        const { view } = live.store.getState();
        if (!view || older(view)) return;
        const open = [...view.stage.open, ...view.written];
        remember(open);
        step(viewCame, inView());
        // Only what the server says of the seat anew tells what it holds: of casts on this connection it says no more.
        const isNews = view.me !== me;
        me = view.me;
        if (isNews) lacking = lackedBy(inView(), acknowledged);
        const { sheets } = store.getState();
        const epoch = isNews ? view.stage.meeting.epoch : 0;
        const again = toResend(lacking, open, (one) => own(sheets, sheetKey(one)), epoch);
        if (again.length > 0) step((device) => resent(device, again));
        if (first) step(resumed);
        first = false;
        send();
      });
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

  function older({ stage: { meeting } }: SeatView): boolean {
    return isOlder(meeting.code, meeting.epoch, storage);
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
