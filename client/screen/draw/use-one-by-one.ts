// Names that come together appear one after the other: the hall never has a whole group to read in one frame.
import { useEffect, useState } from 'react';
import { after } from '../../live/until-ended.ts';

const GAP_MS = 100;

/**
 * How many of the names that have been shown stand on the screen by now. One that comes alone is there at once; a page
 * that opens late has all of them.
 */
export function useOneByOne(shown: number): number {
  const [out, setOut] = useState(shown);
  const [goal, setGoal] = useState(shown);
  if (goal !== shown) {
    setGoal(shown);
    // The first of a group too, unless others are still on their way.
    if (out === goal) setOut(Math.min(out + 1, shown));
    else if (out > shown) setOut(shown);
  }
  useEffect(() => {
    if (out >= shown) return;
    return after(GAP_MS, () => {
      setOut(out + 1);
    });
  }, [out, shown]);
  return Math.min(out, shown);
}
