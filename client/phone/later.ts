// Parts that nobody needs before the first score: fetched when first shown, and left out where the network is gone.
import { lazy, type ComponentType } from 'react';

/** Like React's `lazy`, but a part that cannot be fetched is nothing rather than an error that empties the page. */
export function later<P extends object>(fetch: () => Promise<ComponentType<P>>) {
  return lazy(async (): Promise<{ default: ComponentType<P> }> => {
    try {
      return { default: await fetch() };
    } catch {
      return { default: () => null };
    }
  });
}
