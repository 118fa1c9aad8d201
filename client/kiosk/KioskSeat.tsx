// One person's seat on the tablet: the phone's own page under a bar that leads out, by hand or by itself. What was
// submitted keeps the tablet until the server has answered: a ballot is never dropped here.
import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import { NAMESPACE } from '../../shared/protocol.ts';
import type { SeatView } from '../../shared/views/slices/panel-slices.ts';
import { InPlace } from '../documents/in-place.ts';
import { factsOf } from '../live/kinds.ts';
import { useLive, useWhole } from '../live/use-live.ts';
import { HealedBy } from '../ui/HealedBy.tsx';
import { useOpen } from '../ui/use-open.ts';
import type { Live } from '../live/view-store.ts';
import type { Outbox, OutboxState } from '../phone/slips/outbox.ts';
import type { Focus } from '../phone/focus.ts';
import { newId } from '../phone/slips/new-id.ts';
import { Connected } from '../phone/SeatPage.tsx';
import { hasWord, unsentIn, wordWaits } from './handover.ts';
import { KioskBar } from './KioskBar.tsx';
import styles from './KioskSeat.module.css';
import type { Held, Left } from './leaving.ts';
import { OnItsWay } from './Interstitial.tsx';
import { useSecondsLeft } from './seconds-left.ts';
import { useAround } from './use-around.ts';
import { standingOf, type Standing } from './standing.ts';

/** Seconds without a touch after which the tablet goes back by itself: all is counted; there may be more to do. */
const AFTER_COUNTED = 10;
const AFTER_WRITTEN = 20;
const AFTER_SILENCE = 60;
/** Of a report's reader no touch is seen here. */
const AFTER_READING = 300;

interface KioskSeatProps {
  readonly code: string;
  readonly resumed: boolean;
  readonly onLeave: (left: Left) => void;
}

export function KioskSeat(props: KioskSeatProps) {
  const live = useLive<SeatView>(NAMESPACE.panel, props.code);
  useAround(props.code);
  return (
    live && (
      <HealedBy live={live} part="connected">
        <AtTablet {...props} live={live} />
      </HealedBy>
    )
  );
}

const NO_OUTBOX = createStore<OutboxState | null>(() => null);

function AtTablet({
  code,
  resumed,
  onLeave,
  live,
}: KioskSeatProps & { readonly live: Live<SeatView> }) {
  const { status, view, ended } = useWhole(live);
  const [at, setAt] = useState<{ readonly outbox: Outbox; readonly kind: Focus['kind'] } | null>(
    null,
  );
  const device = useStore<typeof NO_OUTBOX>(at?.outbox.store ?? NO_OUTBOX);
  const word = view && wordWaits(code, view) ? 'waiting' : device?.typing ? 'typed' : null;
  const stands = standingOf(view, device, word);
  /** Handed back with this on its way; null: the person is here. */
  const [held, setHeld] = useState<Held | null>(() =>
    resumed ? { n: unsentIn(code).length, word: hasWord(code) } : null,
  );
  const [reading, setReading] = useState(false);
  const asking = useOpen();
  const onOutbox = useCallback((outbox: Outbox, kind: Focus['kind']) => {
    setAt({ outbox, kind });
  }, []);

  const lose = (units: readonly string[], why: Refusal | null) => {
    const seat = view?.me.seat ?? null;
    onLeave({ kind: 'lost', id: newId(), seat, name: view?.me.name ?? '', units, why });
  };
  const leave = (by: 'hand' | 'itself') => {
    const [refused] = stands.refused;
    const { unsent, drafts } = stands;
    if (by === 'hand' && (drafts > 0 || word === 'typed') && !asking.open) asking.setOpen(true);
    else if (unsent.length > 0 || word === 'waiting')
      setHeld({ n: unsent.length, word: word === 'waiting' });
    // By hand they have read it: it stands before everything else on their page.
    else if (by === 'itself' && refused) lose(stands.refused.map(unitOf), refused.refusal);
    else onLeave({ kind: 'done' });
  };

  const settle = useEffectEvent(() => {
    const [refused] = stands.refused;
    if (refused) lose(stands.refused.map(unitOf), refused.refusal);
    else if (held?.word && view && isWordLate(view)) onLeave({ kind: 'word-late' });
    else onLeave(held ? { kind: 'sent', held } : { kind: 'done' });
  });
  const arrived =
    held !== null && device !== null && stands.unsent.length === 0 && word !== 'waiting';
  useEffect(() => {
    if (arrived) settle();
  }, [arrived]);

  const why: Refusal | null = ended ?? (view?.me.left === true ? { code: 'seat-left' } : null);
  const end = useEffectEvent(() => {
    if (!why) return;
    const units = device ? stands.unsent.map(unitOf) : unsentIn(code);
    if (units.length > 0) lose(units, why);
    else onLeave({ kind: 'ended', why });
  });
  const isOver = why !== null;
  useEffect(() => {
    if (isOver) end();
  }, [isOver]);

  const seconds = reading ? AFTER_READING : secondsFor(at?.kind ?? null, stands);
  const left = useSecondsLeft(held === null && !isOver ? seconds : null, () => {
    leave('itself');
  });
  if (isOver) return null;
  return (
    <>
      {held !== null && <OnItsWay held={held} status={status} onRetry={live.retryNow} />}
      <div className={styles['kiosk']} hidden={held !== null}>
        <KioskBar
          me={view?.me ?? null}
          counted={at?.kind === 'counted'}
          stands={stands}
          online={status === 'online'}
          left={left}
          isQuick={seconds < AFTER_SILENCE}
          asking={asking.open !== null}
          onLeave={() => {
            leave('hand');
          }}
          onStay={asking.close}
        />
        <div className={styles['seat']}>
          <InPlace value={setReading}>
            <Connected
              code={code}
              live={live}
              greet={!resumed}
              onOutbox={onOutbox}
              onNotMe={() => {
                leave('hand');
              }}
              // Only the door seats anyone, and the tablet's door is the pad.
              onSeated={() => undefined}
              onLeft={() => {
                onLeave({ kind: 'done' });
              }}
            />
          </InPlace>
        </div>
      </div>
    </>
  );
}

/** Whoever is done leaves room for the next; whoever may have more to do gets a while longer. */
function secondsFor(
  kind: Focus['kind'] | null,
  { unsent, refused, drafts, word, written }: Standing,
): number {
  if (unsent.length > 0 || refused.length > 0 || drafts > 0 || word !== null) return AFTER_SILENCE;
  const isWrittenDone = written !== null && written.n === written.of;
  if (kind === 'counted') return written && !isWrittenDone ? AFTER_WRITTEN : AFTER_COUNTED;
  return kind === 'written' && isWrittenDone ? AFTER_WRITTEN : AFTER_SILENCE;
}

/** Whether the draw on stage goes on without a word of this seat. */
function isWordLate({ stage: { body }, me }: SeatView): boolean {
  const id = factsOf(body).draw?.id ?? null;
  return id !== null && !me.words.includes(id);
}

function unitOf({ target }: Standing['unsent'][number] | Standing['refused'][number]): string {
  return target.subject.name;
}
