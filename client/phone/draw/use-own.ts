// What the public record says of the holder alone: fetched once it is there, and again while it did not come.
import { useEffect, useState } from 'react';

/** A hall's phones all learn in the same instant that it is there. */
const SPREAD_MS = 1500;
const AGAIN_MS = 4000;

/** `differs`: what came is not what the screen shows. */
export type Fetched<T> = T | 'loading' | 'failed' | 'differs';

/** Finds it in what the server publishes under `hash`; throws where that did not come. */
type Find<T> = (code: string, draw: string, hash: string, person: string) => Promise<T | 'differs'>;

/**
 * @param load fetches the arithmetic when it is first needed; a constant of its module
 * @param hash what fixes the record that is asked for; null before there is one
 */
export function useOwn<T>(
  load: () => Promise<Find<T>>,
  code: string,
  draw: string,
  hash: string | null,
  person: string,
): Fetched<T> {
  const [fetched, setFetched] = useState<Fetched<T>>('loading');
  useEffect(() => {
    if (hash === null) return;
    let timer: ReturnType<typeof setTimeout> | null = null;
    let left = false;
    const ask = async () => {
      try {
        const own = await (await load())(code, draw, hash, person);
        if (!left) setFetched(() => own);
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
  }, [load, code, draw, hash, person]);
  return fetched;
}
