// Two presses within three seconds for what cannot be undone.
import { useEffect, useState } from 'react';
import { after } from '../../live/until-ended.ts';
import { BOUNCE_MS } from '../../parts/bounce.ts';

const ARMED_MS = 3000;

export interface Twice {
  readonly armed: boolean;
  /** The first moment after arming, in which a press means nothing. */
  readonly settling: boolean;
  /** true where this press is the second one and the act may go. */
  readonly press: () => boolean;
}

/** `what` names the act: another act in its place starts from the beginning. */
export function useTwice(what: string): Twice {
  const [armed, setArmed] = useState<{ readonly what: string; readonly settled: boolean } | null>(
    null,
  );
  const settled = armed?.settled ?? null;
  const standing = armed?.what === what ? armed : null;

  useEffect(() => {
    if (settled === null) return;
    return after(settled ? ARMED_MS - BOUNCE_MS : BOUNCE_MS, () => {
      setArmed((now) => (now && !settled ? { ...now, settled: true } : null));
    });
  }, [settled]);

  return {
    armed: standing !== null,
    settling: standing?.settled === false,
    press() {
      if (!standing) setArmed({ what, settled: false });
      else if (standing.settled) {
        setArmed(null);
        return true;
      }
      return false;
    },
  };
}
