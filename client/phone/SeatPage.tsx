// A panel member's page once the phone has a seat: one view, one thing at a time.
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { NAMESPACE } from '../../shared/protocol.ts';
import { phoneText } from '../../shared/text/phone.ts';
import { rated } from '../../shared/views/rated.ts';
import type { SeatView } from '../../shared/views/slices/panel-slices.ts';
import { meanwhile, soon } from '../live/later.ts';
import { inTab, onDevice } from '../live/storage.ts';
import { useLive, useSlice, useWhole } from '../live/use-live.ts';
import type { Live } from '../live/view-store.ts';
import { Guard } from '../ui/Guard.tsx';
import { HealedBy } from '../ui/HealedBy.tsx';
import { useText } from '../ui/language.ts';
import { Opening } from '../ui/Opening.tsx';
import { useOpen } from '../ui/use-open.ts';
import { createOutbox, type Outbox } from './slips/outbox.ts';
import { ballotsOf, sendingIn } from './slips/slips.ts';
import type { Claimed, OnSeated } from './join/claim.ts';
import { Door } from './join/Door.tsx';
import { Greeting } from './join/Greeting.tsx';
import { keepSecret } from './join/waiting-secret.ts';
import { isOlder } from './slips/epoch.ts';
import { focusOf, type Focus } from './focus.ts';
import { Shell } from './shell/Shell.tsx';
import { keptKey } from './slips/shelf.ts';
import { OfflineNote } from './shell/offline.ts';
import { loadRefusals } from './shell/refusal.ts';
import { SeatContext } from './seat-context.ts';
import { Seated } from './Seated.tsx';
import { Plain } from './shell/Plain.tsx';

// Fetched while the right server is there; the other may be of another version.
const OlderCopy = meanwhile(
  soon(async () => (await import('./shell/OlderCopy.tsx')).OlderCopy),
  <Opening />,
);

export interface SeatPageProps {
  readonly code: string;
  /** A claim has just succeeded: greet before anything else. */
  readonly greet: boolean;
  /** Another claim succeeded: begin again with the new session. */
  readonly onSeated: OnSeated;
  readonly onLeft: () => void;
  /** The seat's outbox and what is in focus; for a page around this one. */
  readonly onOutbox?: ((outbox: Outbox, focus: Focus['kind']) => void) | undefined;
  /** What "not me" does on a page around this one; here it greets once more. */
  readonly onNotMe?: (() => void) | undefined;
}

export function SeatPage({ first, ...props }: SeatPageProps & { readonly first: Claimed['view'] }) {
  const live = useLive<SeatView>(NAMESPACE.panel, props.code, first);
  return (
    live && (
      <HealedBy live={live} part="connected">
        <Connected {...props} live={live} />
      </HealedBy>
    )
  );
}

/** {@link SeatPage} on a connection that is there. */
export function Connected({
  code,
  greet,
  onSeated,
  onLeft,
  onOutbox,
  onNotMe,
  live,
}: SeatPageProps & { readonly live: Live<SeatView> }) {
  const text = useText(phoneText);
  const status = useSlice(live, (state) => state.status);
  const ended = useSlice(live, (state) => state.ended);
  const held = useSlice(live, (state) => state.held);
  const me = useSlice(live, (state) => state.view?.me ?? null);
  const greeting = useOpen(greet ? true : null);
  const isSeated = me !== null;
  useEffect(() => {
    // Whoever has a seat waits no longer: a later reload must not claim it anew.
    if (isSeated) keepSecret(code, null, inTab);
  }, [code, isSeated]);

  const meeting = useSlice(live, (state) => state.view?.stage.meeting ?? null);

  if (meeting && isOlder(code, meeting.epoch, onDevice)) return <OlderCopy />;
  const why = ended ?? (me?.left ? ({ code: 'seat-left' } as const) : null);
  if (why)
    return (
      <Door
        code={code}
        why={why}
        onSeated={onSeated}
        onRetry={
          why.code === 'open-elsewhere'
            ? () => {
                location.reload();
              }
            : null
        }
      />
    );
  if (!me)
    return (
      <Shell
        place={text.place.join}
        status={status}
        bottom={
          status === 'offline' && (
            <OfflineNote waiting={0} about="waiting" keeps held={held} onRetry={live.retryNow} />
          )
        }
      >
        <Plain title={text.connecting}>{text.connectingHint}</Plain>
      </Shell>
    );
  if (greeting.open && meeting)
    return (
      <Greeting
        code={code}
        meeting={meeting.title}
        me={me}
        status={status}
        onStart={greeting.close}
        onLeft={onLeft}
      />
    );
  return (
    <WithOutbox
      key={me.seat}
      live={live}
      onOutbox={onOutbox}
      kept={keptKey(code, me.seat)}
      onNotMe={onNotMe ?? greeting.opener(true)}
    />
  );
}

interface WithOutboxProps {
  readonly live: Live<SeatView>;
  readonly onOutbox: SeatPageProps['onOutbox'];
  readonly onNotMe: () => void;
}

function WithOutbox({ kept, ...seat }: WithOutboxProps & { readonly kept: string }) {
  const { live } = seat;
  const outbox = useMemo(() => createOutbox(live, kept), [live, kept]);
  useEffect(() => outbox.start(), [outbox]);
  useEffect(() => {
    void loadRefusals();
  }, []);
  const view = useSlice(live, (state) => state.view);
  const status = useSlice(live, (state) => state.status);
  const waiting = useStore(outbox.store, ({ slips }) => sendingIn(slips).length);
  const text = useText(phoneText);
  // The outbox stands outside: what waits is sent, whatever becomes of the picture.
  return (
    <Guard
      part="seat"
      reset={view}
      waiting={waiting}
      around={(broken) => (
        <Shell place={text.place.score} status={status}>
          {broken}
        </Shell>
      )}
    >
      <InFocus {...seat} outbox={outbox} />
    </Guard>
  );
}

function InFocus({
  live,
  outbox,
  onOutbox,
  onNotMe,
}: WithOutboxProps & { readonly outbox: Outbox }) {
  const { view: all, status, held, clockOffset } = useWhole(live);
  const view = useMemo(() => all && rated(all), [all]);
  const device = useStore(outbox.store);
  const ballots = ballotsOf(device.slips, view?.me.ballots ?? []);
  const [over, setOver] = useState<readonly string[] | null>(null);
  const focus = view && focusOf(view.stage, view.me, ballots, device, view.written, over);
  const kind = focus?.kind;
  useEffect(() => {
    if (kind) onOutbox?.(outbox, kind);
  }, [outbox, kind, onOutbox]);
  const code = view?.stage.meeting.code ?? '';
  const online = status === 'online';
  const { keeps } = device;
  const facts = useMemo(
    () => ({ code, outbox, clockOffset, online, keeps }),
    [code, outbox, clockOffset, online, keeps],
  );
  if (!focus) return null;
  return (
    <SeatContext value={facts}>
      <Seated
        view={view}
        status={status}
        held={held}
        ballots={ballots}
        device={device}
        focus={focus}
        onRetry={live.retryNow}
        onNotMe={onNotMe}
        onOver={setOver}
      />
    </SeatContext>
  );
}
