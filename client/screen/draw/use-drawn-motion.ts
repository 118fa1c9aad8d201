// How a name comes out: the bar grows, the name appears, and after a rest its row fills (LOOK.md §5).
import { useLayoutEffect, useRef } from 'react';
import { EASE_OUT, play } from '../motion.ts';

const BAR_MS = 320;
const NAME_MS = 200;
const REST_MS = 900;
const ROW_MS = 160;

/**
 * Plays when exactly one more name has come; a page opened late, or all names at once, show what stands.
 *
 * @param opening how many names stood there when the page opened
 */
export function useDrawnMotion(
  root: { readonly current: HTMLDivElement | null },
  shown: number,
  opening: number,
): void {
  const before = useRef(opening);
  useLayoutEffect(() => {
    const one = shown === before.current + 1;
    before.current = shown;
    if (!one || !root.current) return;
    const find = (selector: string) => root.current?.querySelector(selector);
    play(find('[data-bar]'), [{ transform: 'scaleX(0)' }, { transform: 'none' }], {
      duration: BAR_MS,
    });
    const fade = [{ opacity: 0 }, { opacity: 1 }];
    play(find('[data-name]'), fade, { duration: NAME_MS, delay: BAR_MS });
    play(
      find('[data-latest]'),
      [
        { opacity: 0, transform: 'scaleX(0)' },
        { opacity: 1, transform: 'none' },
      ],
      { duration: ROW_MS, delay: BAR_MS + NAME_MS + REST_MS, easing: EASE_OUT },
    );
  }, [root, shown]);
}
