// Whether a media query holds now.
import { useCallback, useSyncExternalStore } from 'react';

export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = matchMedia(query);
      // The oldest phones that we serve know no events of it.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      list.addListener(changed);
      return () => {
        // eslint-disable-next-line @typescript-eslint/no-deprecated
        list.removeListener(changed);
      };
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
