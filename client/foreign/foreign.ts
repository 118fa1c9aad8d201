// Whether this page was opened under an address that the server was not told of.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { RefusalOf } from '../../shared/meeting/refusals.ts';
import { onRefusal } from '../live/heard.ts';
import { askReach } from '../live/http.ts';

/** A restart with the right option takes a few seconds. */
const AGAIN_MS = 5000;

/** Listens from the first line on: the answer may be there before the page is. */
const store = createStore<{ readonly refusal: RefusalOf<'foreign-origin'> | null }>(() => ({
  refusal: null,
}));
onRefusal((refusal) => {
  if (refusal.code === 'foreign-origin') store.setState({ refusal });
});

/** What the server said of the address, until it takes it. */
export function useForeign(): RefusalOf<'foreign-origin'> | null {
  const { refusal } = useStore(store);
  const isForeign = refusal !== null;
  useEffect(() => {
    if (!isForeign) return;
    const timer = setInterval(() => {
      void askReach().then((ours) => {
        if (ours) store.setState({ refusal: null });
      });
    }, AGAIN_MS);
    return () => {
      clearInterval(timer);
    };
  }, [isForeign]);
  return refusal;
}

/**
 * The addresses to offer on a page that was opened at `here`. Loopback leads another machine to itself, so it is offered
 * only where the page itself came from there.
 */
export function offered(open: readonly string[], here: string): readonly string[] {
  const isLocal = (origin: string) => /^https?:\/\/(localhost|127\.\d|\[::1\])/.test(origin);
  return open.filter((origin) => isLocal(here) || !isLocal(origin));
}
