// A row that was moved keeps the focus: React may take it out of the page and put it in again elsewhere.
import { useLayoutEffect, useRef, type RefObject } from 'react';

/** The control that was used, by its `data-control`; the row, by its `data-row`. */
interface Followed {
  readonly row: string;
  readonly control: string;
}

/**
 * @param list holds the rows
 * @returns to be called as a row is moved
 */
export function useFollow(list: RefObject<HTMLElement | null>): (moved: Followed) => void {
  const followed = useRef<Followed | null>(null);
  useLayoutEffect(() => {
    if (!followed.current) return;
    const { row, control } = followed.current;
    followed.current = null;
    const at = list.current?.querySelector(`[data-row="${CSS.escape(row)}"]`);
    // At either end the arrow that led there is spent; the number beside it still moves the row.
    for (const name of [control, 'place']) {
      const found = at?.querySelector<HTMLElement>(`[data-control="${name}"]:not(:disabled)`);
      if (!found) continue;
      found.focus({ preventScroll: true });
      break;
    }
    at?.scrollIntoView({ block: 'nearest' });
  });
  return (moved) => {
    followed.current = moved;
  };
}
