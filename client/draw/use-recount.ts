// Each page that shows a draw computes it itself once the last name is out, and says aloud whether it agrees.
import { useEffect, useState } from 'react';
import type { DrawView } from '../../shared/views/slices/draw-slices.ts';
import type { recount, Recount } from './recount.ts';

/** Spreads a hall's phones over this time: they all learn of the last name in the same instant. */
const SPREAD_MS = 2500;

/** Between two tries, twice as long each time. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/** null while names are still to come. Lock and list of words are compared with those that this page showed first. */
export function useRecount(code: string, draw: DrawView): Recount | null {
  const { id, phase, lockHash } = draw;
  const [firstHash] = useState(lockHash);
  const words = draw.words?.hash ?? null;
  const [firstWords, setFirstWords] = useState(words);
  if (firstWords === null && words !== null) setFirstWords(words);
  const [found, setFound] = useState<Recount>('checking');
  const names = draw.shown.map((one) => one.id).join(' ');
  useEffect(() => {
    if (phase !== 'done' || firstHash === null) return;
    let left = false;
    let timer: ReturnType<typeof setTimeout>;
    const tryAfter = (ms: number, pause: number) => {
      timer = setTimeout(() => {
        void recountLater(code, id, firstHash, names.split(' '), firstWords).then((result) => {
          if (left) return;
          setFound(result);
          if (result === 'unknown') tryAfter(pause, Math.min(pause * 2, LONGEST_PAUSE_MS));
        });
      }, ms);
    };
    tryAfter(Math.random() * SPREAD_MS, FIRST_PAUSE_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [code, id, phase, firstHash, firstWords, names]);
  return phase === 'done' ? found : null;
}

/** The arithmetic is fetched when it is first needed; a record that did not come for want of a connection is asked for again. */
async function recountLater(...shown: Parameters<typeof recount>): Promise<Recount> {
  try {
    return await (await import('./recount.ts')).recount(...shown);
  } catch {
    return 'unknown';
  }
}
