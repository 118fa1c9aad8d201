// One person's seat on the tablet: the phone's own page under a bar that leads out, by hand or by itself.
import { useCallback, useEffect, useState } from 'react';
import { kioskText } from '../../shared/text/kiosk.ts';
import { SeatPage } from '../phone/SeatPage.tsx';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/language.ts';
import styles from './KioskSeat.module.css';

/** Seconds after a counted ballot, and without any touch, after which the tablet goes back by itself. */
const AFTER_COUNTED = 10;
const AFTER_SILENCE = 60;
/** From so many seconds on the bar counts them down. */
const WARN = 20;

const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

export function KioskSeat({
  code,
  onLeave,
}: {
  readonly code: string;
  readonly onLeave: () => void;
}) {
  const text = useText(kioskText);
  const [n, setN] = useState(0);
  const [counted, setCounted] = useState(false);
  const [unsent, setUnsent] = useState(false);
  const onFocus = useCallback((kind: string, waiting: boolean) => {
    setCounted(kind === 'counted');
    setUnsent(waiting);
  }, []);
  // A ballot on its way is not dropped: the page stays until the server has it.
  const left = useSecondsLeft(unsent ? null : counted ? AFTER_COUNTED : AFTER_SILENCE, onLeave);
  return (
    <div className={styles['kiosk']}>
      <header className={styles['bar']}>
        <span>{text.inUse}</span>
        <span className={styles['note']}>
          {left !== null && !counted && left <= WARN ? text.idle(left) : ''}
        </span>
        <Button blocked={unsent ? text.unsent : null} onClick={onLeave}>
          {counted && left !== null ? text.leaveIn(left) : text.leave}
        </Button>
      </header>
      <div className={styles['seat']}>
        <SeatPage
          key={n}
          code={code}
          greet
          onFocus={onFocus}
          onSeated={() => {
            setN(n + 1);
          }}
          onLeft={onLeave}
        />
      </div>
    </div>
  );
}

/** Counts down from the last touch, or from when `from` changed; null stands still. */
function useSecondsLeft(from: number | null, onZero: () => void): number | null {
  const [left, setLeft] = useState(from);
  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- a clock begins with what it counts down from
    setLeft(from);
    if (from === null) return;
    let since = performance.now();
    const touched = () => {
      since = performance.now();
      setLeft(from);
    };
    const timer = setInterval(() => {
      const now = Math.ceil(from - (performance.now() - since) / 1000);
      setLeft(now);
      if (now <= 0) onZero();
    }, 250);
    for (const touch of TOUCHES) addEventListener(touch, touched, { passive: true });
    return () => {
      clearInterval(timer);
      for (const touch of TOUCHES) removeEventListener(touch, touched);
    };
  }, [from, onZero]);
  return left;
}
