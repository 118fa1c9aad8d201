// Pages that turn by themselves: what does not fit at once is shown in turn, so that the whole hall sees all of it.
import { useEffect, useState } from 'react';
import { every } from '../../live/until-ended.ts';

const TURN_MS = 8000;

/** @param first where they begin; one page does not turn */
export function usePages(
  pages: number,
  first = 0,
): { readonly now: number; readonly pages: number } {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (pages < 2) return;
    return every(TURN_MS, () => {
      setTurn((before) => before + 1);
    });
  }, [pages]);
  return { now: pages < 2 ? 0 : (first + turn) % pages, pages };
}
