// What stands behind the ? of the page's address, as links and the browser's back key change it.
import { useSyncExternalStore } from 'react';

/** One of its values; null where the address does not have it. */
export function useQuery(name: string): string | null {
  return new URLSearchParams(useSearch()).get(name);
}

/** All of it. */
export function useSearch(): string {
  return useSyncExternalStore(subscribe, () => location.search);
}

/** Links tell by events that are called like what they call (wouter); its own hook for this would be on every phone. */
const CHANGES = ['popstate', 'pushState', 'replaceState'] as const;

function subscribe(changed: () => void): () => void {
  for (const change of CHANGES) addEventListener(change, changed);
  return () => {
    for (const change of CHANGES) removeEventListener(change, changed);
  };
}
