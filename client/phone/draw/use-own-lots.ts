// The holder's own numbers, fetched once the lots are numbered, and again while they did not come.
import { useEffect, useState } from 'react';
import type { OwnLots } from '../../draw/own-lots.ts';

/** A hall's phones all learn of the numbers in the same instant. */
const SPREAD_MS = 1500;
const AGAIN_MS = 4000;

export type Fetched = OwnLots | 'loading' | 'failed' | 'differs';

/** @param hash what fixes the numbered list; null before there is one */
export function useOwnLots(
  code: string,
  draw: string | null,
  hash: string | null,
  person: string,
): Fetched {
  const [fetched, setFetched] = useState<Fetched>('loading');
  useEffect(() => {
    if (draw === null || hash === null) return;
    let timer: ReturnType<typeof setTimeout> | null = null;
    let left = false;
    const ask = async () => {
      try {
        const { ownLots } = await import('../../draw/own-lots.ts');
        const own = await ownLots(code, draw, hash, person);
        if (!left) setFetched(own);
      } catch {
        if (left) return;
        setFetched('failed');
        timer = setTimeout(() => void ask(), AGAIN_MS);
      }
    };
    timer = setTimeout(() => void ask(), Math.random() * SPREAD_MS);
    return () => {
      left = true;
      if (timer) clearTimeout(timer);
    };
  }, [code, draw, hash, person]);
  return fetched;
}
