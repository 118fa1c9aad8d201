// Parts that nobody needs before the first score: fetched when first shown, and tried again until the network is there.
import { lazy, type ComponentType } from 'react';

const RETRY_MS = 2000;

/** Like React's `lazy`, but a part that cannot be fetched is tried again rather than an error that empties the page. */
export function later<P extends object>(fetch: () => Promise<ComponentType<P>>) {
  const get = (): Promise<{ default: ComponentType<P> }> =>
    fetch().then(
      (part) => ({ default: part }),
      () => new Promise((resolve) => setTimeout(resolve, RETRY_MS)).then(get),
    );
  return lazy(get);
}
