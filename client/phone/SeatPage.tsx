// A panel member's page once the phone has a seat: one view, one thing at a time.
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { NAMESPACE } from '../../shared/protocol.ts';
import { phoneText } from '../../shared/text/phone.ts';
import type { SeatView } from '../../shared/views/slices.ts';
import { useLive, useSlice } from '../live/use-live.ts';
import type { Live } from '../live/view-store.ts';
import { useText } from '../ui/language.ts';
import { createDesk } from './desk.ts';
import { focusOf } from './focus.ts';
import { Frame } from './Frame.tsx';
import { Greeting } from './Greeting.tsx';
import { Join } from './Join.tsx';
import { forgetKept, keptKey } from './kept.ts';
import { OfflineNote } from './OfflineNote.tsx';
import { loadRefusals } from './refusal.ts';
import { Seated } from './Seated.tsx';
import { Plain } from './Stage.tsx';

export interface SeatPageProps {
  readonly code: string;
  /** A claim has just succeeded: greet before anything else. */
  readonly greet: boolean;
  /** Another claim succeeded: begin again with the new session. */
  readonly onSeated: () => void;
  readonly onLeft: () => void;
}

export function SeatPage(props: SeatPageProps) {
  const live = useLive<SeatView>(NAMESPACE.panel, props.code);
  return live && <Connected {...props} live={live} />;
}

function Connected({
  code,
  greet,
  onSeated,
  onLeft,
  live,
}: SeatPageProps & { readonly live: Live<SeatView> }) {
  const text = useText(phoneText);
  const status = useSlice(live, (state) => state.status);
  const ended = useSlice(live, (state) => state.ended);
  const me = useSlice(live, (state) => state.view?.me ?? null);
  const [greeting, setGreeting] = useState(greet);

  if (ended) return <Join code={code} why={ended} onSeated={onSeated} onRetry={null} />;
  if (!me)
    return (
      <Frame
        place={text.place.join}
        status={status}
        bottom={
          status === 'offline' && (
            <OfflineNote waiting={0} about="waiting" onRetry={live.retryNow} />
          )
        }
      >
        <Plain title={text.connecting}>{text.connectingHint}</Plain>
      </Frame>
    );
  if (greeting)
    return (
      <Greeting
        code={code}
        me={me}
        status={status}
        onStart={() => {
          setGreeting(false);
        }}
        onLeft={() => {
          forgetKept(keptKey(code, me.seat), () => localStorage);
          onLeft();
        }}
      />
    );
  return (
    <AtDesk
      key={me.seat}
      live={live}
      kept={keptKey(code, me.seat)}
      onNotMe={() => {
        setGreeting(true);
      }}
    />
  );
}

function AtDesk({
  live,
  kept,
  onNotMe,
}: {
  readonly live: Live<SeatView>;
  readonly kept: string;
  readonly onNotMe: () => void;
}) {
  const desk = useMemo(() => createDesk(live, kept), [live, kept]);
  useEffect(() => desk.start(), [desk]);
  useEffect(() => void loadRefusals(), []);
  const view = useSlice(live, (state) => state.view);
  const status = useSlice(live, (state) => state.status);
  const clockOffset = useSlice(live, (state) => state.clockOffset);
  const device = useStore(desk.store);
  if (!view) return null;
  const ballots = [...view.me.ballots, ...device.receipts];
  return (
    <Seated
      view={view}
      status={status}
      clockOffset={clockOffset}
      ballots={ballots}
      device={device}
      focus={focusOf(view.stage, view.me, ballots, device)}
      desk={desk}
      onRetry={live.retryNow}
      onNotMe={onNotMe}
    />
  );
}
