// The hall's bell: a struck sound made by the browser itself, at zero, a minute before it, and whenever it is rung by hand.
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { StageBody } from '../../shared/views/slices/stage-slices.ts';
import { ticks } from '../live/clock.ts';
import { fault } from '../live/faults.ts';
import { factsOf } from '../live/kinds.ts';
import { listen } from '../live/until-ended.ts';
import { look, type Ahead } from './strokes.ts';

/** Partials of a small bell, as multiples of its tone, with loudness and seconds of decay. */
const PARTIALS = [
  [0.5, 0.3, 2.6],
  [1, 1, 1.9],
  [1.19, 0.45, 1.5],
  [1.5, 0.3, 1.2],
  [2, 0.55, 1.1],
  [2.74, 0.28, 0.7],
  [4.07, 0.16, 0.4],
] as const;
const TONE_HZ = 880;
const LOUDNESS = 0.22;
const BETWEEN_STROKES_S = 0.55;

/** No timer runs longer: it would overflow and fire at once. */
const LONGEST_MS = 2 ** 31 - 1;

export interface Bell {
  /** A browser lets a page sound only once somebody has pressed a key or clicked in it. */
  readonly allowed: boolean;
  readonly strike: (strokes: number) => void;
}

/** `wanted` false: silent, and no permission is asked for. */
export function useBell(wanted: boolean): Bell {
  const audio = useRef<AudioContext | null>(null);
  const [allowed, setAllowed] = useState(true);
  useEffect(() => {
    if (!wanted || typeof AudioContext === 'undefined') return;
    const context = newContext();
    if (!context) return;
    audio.current = context;
    const look = () => {
      setAllowed(context.state === 'running');
    };
    const wake = () => {
      if (context.state !== 'running') void context.resume().then(look, look);
    };
    context.addEventListener('statechange', look);
    const deaf = listen(window, { pointerdown: wake, keydown: wake });
    wake();
    look();
    return () => {
      context.removeEventListener('statechange', look);
      deaf();
      audio.current = null;
      void context.close();
    };
  }, [wanted]);
  const strike = useCallback((strokes: number) => {
    const context = audio.current;
    if (context?.state === 'running') sound(context, strokes);
  }, []);
  return { allowed: allowed || !wanted, strike };
}

/** Null where the machine has no more of them to give: what stands beside the bell goes on without it. */
function newContext(): AudioContext | null {
  try {
    return new AudioContext();
  } catch (error) {
    fault('bell', error);
    return null;
  }
}

/** Strikes twice at zero, once a minute before it, and once each time the moderator rings. */
export function useRings(
  { body, bell }: { readonly body: StageBody; readonly bell: number },
  clockOffset: number,
  strike: Bell['strike'],
): void {
  const ring = useEffectEvent(strike);
  const heard = useRef(bell);
  useEffect(() => {
    // A page that opens, or a meeting that starts over, has missed nothing.
    if (bell > heard.current) ring(1);
    heard.current = bell;
  }, [bell]);
  const { countdown } = factsOf(body);
  const running = countdown?.phase === 'running' ? countdown : null;
  const endsAt = running?.endsAt ?? null;
  const total = (running?.totalSeconds ?? 0) * 1000;
  const ahead = useRef<Ahead | null>(null);
  useEffect(() => {
    if (endsAt === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const strikeDue = () => {
      const now = ticks() + clockOffset;
      const seen = look(ahead.current, { endsAt, totalMs: total }, now);
      ahead.current = seen.ahead;
      if (seen.strokes > 0) ring(seen.strokes);
      const [next] = seen.ahead.marks;
      if (next) timer = setTimeout(strikeDue, Math.min(Math.ceil(next.at - now), LONGEST_MS));
    };
    strikeDue();
    return () => {
      clearTimeout(timer);
    };
  }, [endsAt, total, clockOffset]);
}

function sound(context: AudioContext, strokes: number): void {
  for (let n = 0; n < strokes; n += 1) {
    const at = context.currentTime + 0.02 + n * BETWEEN_STROKES_S;
    for (const [ratio, loudness, decay] of PARTIALS) {
      const tone = context.createOscillator();
      const gain = context.createGain();
      tone.frequency.value = TONE_HZ * ratio;
      gain.gain.setValueAtTime(0, at);
      gain.gain.linearRampToValueAtTime(loudness * LOUDNESS, at + 0.004);
      gain.gain.exponentialRampToValueAtTime(0.0001, at + decay);
      tone.connect(gain).connect(context.destination);
      tone.start(at);
      tone.stop(at + decay);
    }
  }
}
