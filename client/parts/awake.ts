// Keeps the machine of a page that stands open in the hall from dimming and sleeping, and tells the server where it cannot.
import { useEffect, useState } from 'react';
import { listen } from '../live/until-ended.ts';
import { useSlice } from '../live/use-live.ts';
import type { Live } from '../live/view-store.ts';

/** Asks for a wake lock whenever the page is seen, and says over its own connection whether one is held. */
export function useKeptAwake<View>(live: Live<View>): void {
  const awake = useWakeLock();
  const online = useSlice(live, ({ status }) => status === 'online');
  useEffect(() => {
    if (online && awake !== null) void live.request('awake', { awake });
  }, [live, online, awake]);
}

/** Whether one is held; null until the browser has answered. It has none to give on a page that came without TLS. */
function useWakeLock(): boolean | null {
  const [held, setHeld] = useState<boolean | null>(null);
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let asking = false;
    let over = false;
    const ask = async () => {
      if (document.visibilityState !== 'visible' || asking || lock?.released === false) return;
      asking = true;
      const given = await request();
      asking = false;
      if (over) {
        void given?.release();
        return;
      }
      lock = given;
      setHeld(given !== null);
      // The browser takes it back when the page goes out of sight, or its battery is low.
      given?.addEventListener('release', () => {
        if (!over && lock === given) setHeld(false);
      });
    };
    const again = () => void ask();
    again();
    const heard = { visibilitychange: again, pointerdown: again, keydown: again };
    const deaf = listen(document, heard);
    return () => {
      over = true;
      deaf();
      void lock?.release();
    };
  }, []);
  return held;
}

async function request(): Promise<WakeLockSentinel | null> {
  try {
    return await navigator.wakeLock.request('screen');
  } catch {
    // Refused, or there is none.
    return null;
  }
}
