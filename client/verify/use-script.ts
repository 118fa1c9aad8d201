// The stand-alone script, fetched with the page, so that it can be saved without a network as well.
import { useEffect, useState } from 'react';

const SCRIPT = '/verify-draw.mjs';

/** Where it can be saved from. */
export function useScript(): string {
  const [address, setAddress] = useState(SCRIPT);
  useEffect(() => {
    let made: string | null = null;
    let left = false;
    void kept().then((blob) => {
      if (!blob || left) return;
      made = URL.createObjectURL(blob);
      setAddress(made);
    });
    return () => {
      left = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, []);
  return address;
}

async function kept(): Promise<Blob | null> {
  try {
    const answer = await fetch(SCRIPT);
    return answer.ok ? await answer.blob() : null;
  } catch {
    return null;
  }
}
