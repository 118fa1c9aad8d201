// Who sits at this page of staff, as the server's session knows it: asked again and again, kept up by use.
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Refusal } from '../../../shared/meeting/refusals.ts';
import type { StaffRole } from '../../../shared/staff-role.ts';
import {
  sessionStanding,
  type SessionStanding,
  type SessionTimes,
} from '../../../shared/staff-session.ts';
import { ticks } from '../../live/clock.ts';
import { onRefusal } from '../../live/heard.ts';
import { call } from '../../live/http.ts';
import { after, every, listen } from '../../live/until-ended.ts';
import type { Live } from '../../live/view-store.ts';

export interface StaffMember {
  readonly id: string;
  readonly name: string;
  readonly role: StaffRole;
}

export interface Session {
  readonly phase: 'asking' | 'unreachable' | 'known';
  /** Stays when the session is over: the page under the form keeps what it holds. */
  readonly staff: StaffMember | null;
  /** Nobody has been registered yet, the first link stands in the host's window. */
  readonly fresh: boolean;
  readonly standing: SessionStanding | null;
  /** Why the session of `staff` is over. */
  readonly over: Refusal | null;
  /** Who sat here before, where somebody else has logged in since. */
  readonly before: StaffMember | null;
  /** Counts what ended or replaced a session: connections are opened anew with it. */
  readonly entered: number;
}

type Times = SessionTimes & { readonly now: number };
interface Asked {
  readonly staff: StaffMember | null;
  readonly fresh: boolean;
  readonly session?: Times;
  readonly why?: Refusal;
}

/** Other pages of this browser may have used the session or left it. */
const ASK_MS = 30_000;
/** Where no answer came at all, nothing else can be done here meanwhile. */
const REACH_MS = 3000;
/** What a person does here is told to the server at most this often. */
const TELL_MS = 4 * 60 * 1000;
/** A connection that was refused is opened anew no sooner. */
const REOPEN_MS = 1000;
/** Refusals after which it is asked who is there. */
const ENDS: ReadonlySet<Refusal['code']> = new Set(['logged-out', 'account-shut']);

const NOBODY: Session = {
  ...{ phase: 'asking', staff: null, fresh: false, standing: null },
  ...{ over: null, before: null, entered: 0 },
};
const store = createStore<Session>(() => NOBODY);

/** Whether this refusal means that the session is over. */
export function endsSession(refusal: Refusal): boolean {
  return ENDS.has(refusal.code);
}

/** Asks who is there. No use of the session. */
export async function askSession(): Promise<void> {
  const answer = await call<Asked>('/api/staff');
  const { staff: known } = store.getState();
  if (!answer.ok) {
    // Who is known stays: the connection says that the network is gone.
    if (!known) store.setState({ phase: 'unreachable' });
    return;
  }
  const { staff, fresh, session, why } = answer;
  if (staff && session) {
    const isOther = known !== null && (known.id !== staff.id || known.role !== staff.role);
    store.setState((state) => ({
      ...{ phase: 'known', fresh, standing: standingOf(session), over: null },
      // The same object where nothing has changed: pages hang on it.
      staff: known && !isOther ? known : staff,
      before: isOther ? known : state.before,
      entered: state.entered + (state.over ? 1 : 0),
    }));
  } else if (known) store.setState({ over: why ?? { code: 'logged-out' }, standing: null, fresh });
  else store.setState({ phase: 'known', fresh });
}

/** Somebody is there: the session lasts on. */
export async function stay(): Promise<void> {
  const answer = await call<{ session: Times }>('/api/staff/stay', {});
  if (answer.ok) store.setState({ standing: standingOf(answer.session) });
}

/** Somebody has just logged in over this page, perhaps before the old session was over. */
export async function enterAgain(): Promise<void> {
  store.setState((state) => ({ over: state.over ?? { code: 'logged-out' } }));
  await askSession();
}

/** Begins anew: somebody has logged in, or gone. */
export function beginSession(): void {
  store.setState(({ entered }) => ({ ...NOBODY, entered: entered + 1 }));
  void askSession();
}

/** The person has read that somebody else sits here now. */
export function goOn(): void {
  store.setState({ before: null });
}

function standingOf({ now, ...times }: Times): SessionStanding {
  return sessionStanding(times, now);
}

/** The session, kept for as long as a page of staff is open. */
export function useSession(): Session {
  const isIn = useStore(store, ({ staff, over }) => staff !== null && over === null);
  const isReached = useStore(store, ({ phase }) => phase !== 'unreachable');
  useEffect(() => every(isReached ? ASK_MS : REACH_MS, () => void askSession()), [isReached]);
  useEffect(() => {
    const ask = () => void askSession();
    ask();
    const seen = () => {
      if (document.visibilityState === 'visible') ask();
    };
    const stop = onRefusal((refusal) => {
      if (endsSession(refusal)) ask();
    });
    document.addEventListener('visibilitychange', seen);
    window.addEventListener('focus', seen);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', seen);
      window.removeEventListener('focus', seen);
    };
  }, []);
  useEffect(() => {
    if (!isIn) return;
    let told = -Infinity;
    const tell = () => {
      if (ticks() - told < TELL_MS) return;
      told = ticks();
      void stay();
    };
    // To open the page is to use it.
    tell();
    const acts = { pointerdown: tell, keydown: tell, wheel: tell };
    return listen(window, acts, { capture: true, passive: true });
  }, [isIn]);
  return useStore(store);
}

/** What a part of a page needs to know of the session. */
export function useSessionPart<T>(select: (session: Session) => T): T {
  return useStore(store, select);
}

/** Opens a connection anew after a new login, and where the server ended it while somebody is logged in. */
export function useReopening<View>(live: Live<View>): void {
  const entered = useStore(store, (session) => session.entered);
  const over = useStore(store, (session) => session.over);
  const ended = useStore(live.store, (state) => state.ended);
  const isLost = ended !== null && endsSession(ended) && over === null;
  const opened = useRef(entered);
  useEffect(() => {
    if (opened.current === entered) return;
    opened.current = entered;
    live.reopen();
  }, [live, entered]);
  useEffect(() => {
    if (!isLost) return;
    return after(REOPEN_MS, live.reopen);
  }, [live, isLost]);
}
