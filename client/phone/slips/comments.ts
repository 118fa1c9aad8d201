// What a person says beside their ballots: kept on this device from the first letter, sent once the ballot counts, again until
// the server has answered.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RoundId, SubjectId } from '../../../shared/ids.ts';
import type { Refusal } from '../../../shared/meeting/refusals.ts';
import { MOST_COMMENT } from '../../../shared/number-limits.ts';
import { keep, onDevice } from '../../live/storage.ts';
import { ballotFor, matterOf } from './matter.ts';
import type { Outbox } from './outbox.ts';
import { jsonIn, keptKey, namesUnder } from './shelf.ts';
import { ballotsOf } from './slips.ts';

/** The ballot that it stands beside. */
export interface About {
  readonly round: RoundId;
  readonly attempt: number;
  readonly subject: { readonly id: SubjectId };
}

export interface Draft {
  readonly words: string;
  /** Receipt code of the ballot that counted as it was typed, null: none did; it goes out with the next one that counts. */
  readonly over: string | null;
  /** The person said so, or that ballot counts. */
  readonly due: boolean;
  /** Why it was not taken. Such a one is not kept on the device. */
  readonly refusal?: Refusal;
}

export interface Comments {
  /** By matter; what the server holds is no draft. */
  readonly store: StoreApi<{ readonly drafts: ReadonlyMap<string, Draft> }>;
  /** What the server holds of it. */
  readonly held: (about: About) => string;
  /** Receipt code of its ballot; null where none counts. */
  readonly ballot: (about: About) => string | null;
  readonly type: (about: About, words: string) => void;
  /** Sends it now. */
  readonly hand: (about: About) => void;
}

const RESEND_MS = 3000;
/** Nothing is known of its fate: it is sent again. */
const BUSY: ReadonlySet<Refusal['code']> = new Set(['busy', 'not-saved', 'too-many']);
const known = new WeakMap<Outbox, Comments>();

/** Those of a seat, as long as its page lives: what is to be sent goes out whatever is on the screen. */
export function commentsOf(outbox: Outbox): Comments {
  const before = known.get(outbox);
  if (before) return before;
  const made = open(outbox);
  known.set(outbox, made);
  return made;
}

function open(outbox: Outbox): Comments {
  const { live } = outbox;
  const ballots = () =>
    ballotsOf(outbox.store.getState().slips, live.store.getState().view?.me.ballots ?? []);
  const { stage, me } = live.store.getState().view ?? {};
  const prefix = `${keptKey(stage?.meeting.code ?? '', me?.seat ?? '')}.comment/`;
  const store = createStore<{ readonly drafts: ReadonlyMap<string, Draft> }>(() => ({
    drafts: keptUnder(prefix),
  }));
  const sending = new Set<string>();
  let again: ReturnType<typeof setTimeout> | undefined;

  function put(matter: string, draft: Draft | null) {
    const drafts = new Map(store.getState().drafts);
    if (draft) drafts.set(matter, draft);
    else drafts.delete(matter);
    store.setState({ drafts });
    const { words, over, due, refusal } = draft ?? {};
    keep(`${prefix}${matter}`, draft && !refusal ? JSON.stringify({ words, over, due }) : null);
  }

  function send() {
    const { status, view } = live.store.getState();
    if (status !== 'online' || !view) return;
    for (const [matter, draft] of store.getState().drafts) {
      const ballot = ballotFor(ballots(), matter);
      if (draft.refusal || sending.has(matter) || !ballot) continue;
      if (!draft.due && ballot.code === draft.over) continue;
      const { round, attempt, subject } = ballot;
      sending.add(matter);
      if (!draft.due) put(matter, { ...draft, due: true });
      const sent = { round, attempt, subject: subject.id, words: draft.words };
      void live.request('comment', sent).then((answer) => {
        sending.delete(matter);
        const now = store.getState().drafts.get(matter);
        // It may have been changed meanwhile, which is another one.
        if (now?.words !== draft.words) return;
        if (answer?.ok) put(matter, null);
        else if (answer && !BUSY.has(answer.refusal.code))
          put(matter, { ...now, due: false, refusal: answer.refusal });
        else {
          clearTimeout(again);
          again = setTimeout(send, RESEND_MS);
        }
      });
    }
  }
  live.store.subscribe(send);
  outbox.store.subscribe(send);
  send();

  const codeOf = (about: About) => ballotFor(ballots(), matterOf(about))?.code ?? null;
  const held = (about: About) => {
    const { view } = live.store.getState();
    return ballotFor(view?.me.ballots ?? [], matterOf(about))?.comment ?? '';
  };
  return {
    store,
    held,
    ballot: codeOf,
    type(about, typed) {
      // One line: a line break is a character that nobody sees.
      const words = typed.replaceAll(/\s*\n\s*/g, ' ').slice(0, MOST_COMMENT);
      const isHeld = words.trim() === held(about);
      put(matterOf(about), isHeld ? null : { words, over: codeOf(about), due: false });
    },
    hand(about) {
      const matter = matterOf(about);
      const draft = store.getState().drafts.get(matter);
      if (!draft) return;
      put(matter, { words: draft.words, over: draft.over, due: true });
      send();
    },
  };
}

/** What is damaged is left out. */
function keptUnder(prefix: string): ReadonlyMap<string, Draft> {
  try {
    return new Map(
      namesUnder(prefix, onDevice).flatMap((name) => {
        const kept = jsonIn(onDevice().getItem(name));
        return isDraft(kept) ? [[name.slice(prefix.length), kept] as const] : [];
      }),
    );
  } catch {
    return new Map();
  }
}

function isDraft(kept: unknown): kept is Draft {
  if (typeof kept !== 'object' || kept === null) return false;
  const { words, over, due } = kept as Partial<Record<keyof Draft, unknown>>;
  return (
    typeof words === 'string' &&
    words.length <= MOST_COMMENT &&
    (over === null || typeof over === 'string') &&
    typeof due === 'boolean'
  );
}
