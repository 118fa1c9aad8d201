// React's side of a live view: open on mount, close on unmount, select narrowly.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { openLive, type Early, type Live, type LiveState } from './view-store.ts';

/**
 * The page's connection; null for the instant before it is opened. Hand it down, select with {@link useSlice}.
 *
 * @param first what the page knows of the view already
 */
export function useLive<View>(
  namespace: string,
  meeting: string,
  first?: Early<View>,
): Live<View> | null {
  const [live, setLive] = useState<Live<View> | null>(null);
  useEffect(() => {
    const opened = openLive<View>(namespace, meeting, first);
    // eslint-disable-next-line react-hooks/set-state-in-effect -- a socket is opened by mounting, not by rendering
    setLive(opened);
    // A phone that wakes up in a hand should not sit out a back-off that began in a pocket.
    const wake = () => {
      if (document.visibilityState === 'visible' && opened.store.getState().status === 'offline')
        opened.retryNow();
    };
    document.addEventListener('visibilitychange', wake);
    window.addEventListener('online', wake);
    return () => {
      document.removeEventListener('visibilitychange', wake);
      window.removeEventListener('online', wake);
      opened.close();
    };
  }, [namespace, meeting, first]);
  return live;
}

/** All of the live state, for a page that shows it whole. */
export function useWhole<View>(live: Live<View>): LiveState<View> {
  return useStore(live.store);
}

/** One part of the live state; the component renders again only when that part changes. */
export function useSlice<View, T>(live: Live<View>, select: (state: LiveState<View>) => T): T {
  return useStore(live.store, select);
}
