// − and + go on for as long as a finger lies on them. Heard on the whole page, so that the keys themselves stay small.
import { useEffect } from 'react';
import { after, every, listen } from '../../live/until-ended.ts';

/** Longer than a tap; then so often. */
const HOLD_MS = 450;
const AGAIN_MS = 90;

/** For keys that are marked by `data-repeats`. */
export function useHeldKeys(): void {
  useEffect(() => {
    let stop = () => {};
    /** The click that ends a hold is no further step. */
    let passes: Element | null = null;
    const end = () => {
      stop();
    };
    const stopListening = listen(
      document,
      {
        pointerdown({ target, isPrimary, button }) {
          stop();
          passes = null;
          const key = target instanceof Element && target.closest('[data-repeats]');
          if (!(key instanceof HTMLElement) || !isPrimary || button !== 0) return;
          stop = after(HOLD_MS, () => {
            key.click();
            passes = key;
            stop = every(AGAIN_MS, () => {
              if (key.isConnected) key.click();
              else stop();
            });
          });
        },
        pointerup: end,
        pointercancel: end,
        // A menu of the browser's own would keep the finger's end from the page.
        contextmenu(event) {
          if (event.target instanceof Element && event.target.closest('[data-repeats]'))
            event.preventDefault();
        },
        click(event) {
          if (!event.isTrusted || passes === null || event.target !== passes) return;
          // Made by a key: the finger went elsewhere before it came up.
          if (event.detail === 0) return;
          passes = null;
          event.stopPropagation();
        },
      },
      { capture: true },
    );
    return () => {
      stop();
      stopListening();
    };
  }, []);
}
