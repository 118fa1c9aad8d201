// Somebody without a seat looks at the draw on stage: their own chance and their own lots, as on a phone of theirs.
import { useEffect, useEffectEvent, useState } from 'react';
import type { ShownName } from '../../shared/views/named.ts';
import type { WaitingDraw } from '../../shared/views/slices/panel-slices.ts';
import { InPlace } from '../documents/in-place.ts';
import { later } from '../live/later.ts';
import { claim, waits, type Secret } from '../phone/join/claim.ts';
import { asksWord } from '../phone/focus.ts';
import { KioskBar } from './KioskBar.tsx';
import styles from './KioskSeat.module.css';
import type { Left } from './leaving.ts';
import { useSecondsLeft } from './seconds-left.ts';
import { standingOf } from './standing.ts';
import { useAround } from './use-around.ts';

const DrawWaiting = later(async () => (await import('../phone/draw/DrawNow.tsx')).DrawWaiting);

const ASK_MS = 5000;
/** Seconds without a touch. */
const STAYS = 60;
const NOTHING = standingOf(null, null);

/** Whose page it is, and the draw as it stood when they came. */
export interface InPool extends ShownName {
  readonly group: string;
  readonly drawing: WaitingDraw;
}

export function OwnDraw({
  code,
  secret,
  first,
  onSeated,
  onLeave,
}: {
  readonly code: string;
  readonly secret: Secret;
  readonly first: InPool;
  /** They were drawn, and their seat was free: it is open here. */
  readonly onSeated: () => void;
  readonly onLeave: (left: Left) => void;
}) {
  useAround(code);
  const [drawing, setDrawing] = useState(first.drawing);
  const [online, setOnline] = useState(true);
  const leave = useEffectEvent(() => {
    onLeave({ kind: 'done' });
  });
  const seated = useEffectEvent(onSeated);
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      const answer = await claim(code, { ...secret, again: true });
      if (over) return;
      setOnline(answer.ok || !('unreachable' in answer));
      if (answer.ok) {
        seated();
        return;
      }
      if ('refusal' in answer && answer.refusal.code !== 'busy') {
        const next = (answer as Partial<InPool>).drawing;
        // The next draw may ask for a word, which is a phone's to give.
        if (!waits(answer.refusal) || !next || asks(next)) {
          leave();
          return;
        }
        setDrawing(next);
      }
      timer = setTimeout(() => void ask(), ASK_MS);
    };
    timer = setTimeout(() => void ask(), ASK_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [code, secret]);
  const left = useSecondsLeft(STAYS, () => {
    onLeave({ kind: 'done' });
  });
  return (
    <div className={styles['kiosk']}>
      <KioskBar
        me={first}
        counted={false}
        stands={NOTHING}
        looks
        online={online}
        left={left}
        isQuick={false}
        asking={false}
        onLeave={() => {
          onLeave({ kind: 'done' });
        }}
        onStay={() => undefined}
      />
      <main className={styles['own']}>
        <InPlace value={() => undefined}>
          <DrawWaiting {...drawing} giver={{ code, say: () => Promise.resolve(null) }} />
        </InPlace>
      </main>
    </div>
  );
}

/** Whether a draw takes a word of this person that it does not have. */
export function asks({ draw, me }: WaitingDraw): boolean {
  return asksWord({ kind: 'draw', draw, countdown: null, seconds: 0 }, me) !== null;
}
