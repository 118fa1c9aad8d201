// The desk's tablet: a big code entry, one person's seat at a time, and back by itself.
import { useCallback, useEffect, useRef, useState } from 'react';
import { NAMESPACE } from '../../shared/protocol.ts';
import type { PublicView } from '../../shared/views/audiences/audiences.ts';
import { useKeptAwake } from '../parts/awake.ts';
import { useLive } from '../live/use-live.ts';
import type { Live } from '../live/view-store.ts';
import { setLanguage, useLanguage } from '../ui/language.ts';
import { CodePad, type LettingGo, type Said } from './CodePad.tsx';
import {
  forgetLost,
  handOver,
  hasWord,
  keepLost,
  lostHere,
  takenIn,
  takeOver,
  unsentIn,
} from './handover.ts';
import { KioskSeat } from './KioskSeat.tsx';
import type { Left, Lost } from './leaving.ts';
import { OwnDraw, type InPool } from './OwnDraw.tsx';
import type { Secret } from '../phone/join/claim.ts';
import { LostBallots } from './Interstitial.tsx';

const RETRY_MS = 3000;

/** `n` tells one person's stay from the next. */
type Now = { readonly n: number } & (
  | { readonly kind: 'pad'; readonly said: Said | null }
  /** `resumed`: a reload found ballots of theirs that were not sent yet. */
  | { readonly kind: 'seat'; readonly code: string; readonly resumed: boolean }
  | { readonly kind: 'draw'; readonly secret: Secret; readonly who: InPool }
  | { readonly kind: 'lost'; readonly lost: Lost }
);

export function KioskPage({ code }: { readonly code: string }) {
  // Nobody's seat speaks for the tablet itself: it says as a viewer that it is there.
  const live = useLive<PublicView>(NAMESPACE.public, code);
  return (
    <>
      {live && <Awake live={live} />}
      <Tablet code={code} />
    </>
  );
}

function Awake({ live }: { readonly live: Live<PublicView> }) {
  useKeptAwake(live);
  return null;
}

function Tablet({ code }: { readonly code: string }) {
  const [now, setNow] = useState<Now>(() => begin());
  const language = useLanguage();
  /** The tablet's own, which comes back after whoever has switched to theirs. */
  const home = useRef(language);
  /** The meeting in which someone's seat must be let go of before the next person. */
  const [handing, setHanding] = useState(() => (now.kind === 'seat' ? null : takenIn()));
  const [letting, setLetting] = useState<LettingGo>('now');

  const leave = useCallback(
    (left: Left) => {
      if (left.kind === 'lost') keepLost(takenIn() ?? code, left);
      setNow(({ n }) =>
        left.kind === 'lost'
          ? { kind: 'lost', lost: left, n: n + 1 }
          : { kind: 'pad', said: left.kind === 'done' ? null : left, n: n + 1 },
      );
      setHanding(takenIn);
      setLanguage(home.current);
    },
    [code],
  );

  useEffect(() => {
    if (handing === null) return;
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hand = async () => {
      const done = await handOver(handing);
      if (over) return;
      setLetting(done ? 'now' : 'later');
      if (done) setHanding(null);
      else timer = setTimeout(() => void hand(), RETRY_MS);
    };
    void hand();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [handing]);

  const sit = () => {
    takeOver(code);
    home.current = language;
    setNow({ kind: 'seat', code, resumed: false, n: now.n + 1 });
  };
  switch (now.kind) {
    case 'seat':
      return <KioskSeat key={now.n} code={now.code} resumed={now.resumed} onLeave={leave} />;
    case 'draw':
      return (
        <OwnDraw
          key={now.n}
          code={code}
          secret={now.secret}
          first={now.who}
          onSeated={sit}
          onLeave={leave}
        />
      );
    case 'lost':
      return (
        <LostBallots
          lost={now.lost}
          onRead={() => {
            forgetLost(now.lost);
            const next = lostHere();
            setNow(
              next
                ? { kind: 'lost', lost: next, n: now.n + 1 }
                : { kind: 'pad', said: null, n: now.n + 1 },
            );
          }}
        />
      );
    case 'pad':
      return (
        <CodePad
          key={now.n}
          code={code}
          said={now.said}
          letting={handing === null ? null : letting}
          onSeated={sit}
          onDraw={(secret, who) => {
            home.current = language;
            setNow({ kind: 'draw', secret, who, n: now.n + 1 });
          }}
        />
      );
  }
}

/** What nobody has read yet is told again; what could not be sent before a reload goes out before the tablet is anyone else's. */
function begin(): Now {
  const lost = lostHere();
  if (lost) return { kind: 'lost', lost, n: 0 };
  const taken = takenIn();
  return taken !== null && (unsentIn(taken).length > 0 || hasWord(taken))
    ? { kind: 'seat', code: taken, resumed: true, n: 0 }
    : { kind: 'pad', said: null, n: 0 };
}
