// A good code without a seat: greets, says where the person stands, and asks again until a seat is theirs.
import { useEffect, useMemo, useRef, useState } from 'react';
import { greetingText } from '../../../shared/text/greeting.ts';
import { phoneText } from '../../../shared/text/phone.ts';
import { waitingText } from '../../../shared/text/waiting.ts';
import type { DrawId } from '../../../shared/ids.ts';
import type { Refusal } from '../../../shared/meeting/refusals.ts';
import type { ShownName } from '../../../shared/views/named.ts';
import type {
  WaitingDraw,
  WaitingUnit as Told,
} from '../../../shared/views/slices/panel-slices.ts';
import { later, quietly } from '../../live/later.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { claim, sayWord, waits, type OnSeated, type Secret, type Trouble } from './claim.ts';
import { Shell } from '../shell/Shell.tsx';
import { Greeted } from './Greeting.tsx';
import greeting from './Greeting.module.css';
import styles from './WaitingRoom.module.css';

const WaitingUnit = quietly(later(async () => (await import('./WaitingUnit.tsx')).WaitingUnit));
const DrawWaiting = quietly(later(async () => (await import('../draw/DrawNow.tsx')).DrawWaiting));

/** Spread, so that a pool of hundreds does not ask in the same instant. */
const ASK_MS = 5000;
const JITTER_MS = 3000;

interface Standing extends ShownName {
  readonly group: string;
  readonly place: number | null;
  /** The desk noted that they went. */
  readonly away: boolean;
  /** The draw on stage, if it asks whoever waits for a word. */
  readonly drawing: WaitingDraw | null;
  /** Whose code it is, where that is a unit. */
  readonly unit: Told | null;
}

export function WaitingRoom({
  code,
  secret,
  onSeated,
  onDoor,
}: {
  readonly code: string;
  readonly secret: Secret;
  readonly onSeated: OnSeated;
  /** The code is good no more, or it is someone else's (null). */
  readonly onDoor: (why: Trouble) => void;
}) {
  const text = useText(waitingText);
  const { place } = useText(phoneText);
  const { notMe } = useText(greetingText);
  const [standing, setStanding] = useState<Standing | null>(null);
  const [online, setOnline] = useState(true);
  const giver = useMemo(
    () => ({ code, say: (draw: DrawId, word: string) => sayWord(code, secret, draw, word) }),
    [code, secret],
  );
  const stillHere = useRef<() => void>(() => undefined);

  useEffect(() => {
    let over = false;
    let asked = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (byPerson = false) => {
      clearTimeout(timer);
      const mine = (asked += 1);
      const answer = await claim(code, byPerson ? secret : { ...secret, again: true });
      // Only the last question's answer counts: two may be on their way.
      if (over || mine !== asked) return;
      setOnline(!('unreachable' in answer));
      if (answer.ok) {
        onSeated(answer.view);
        return;
      }
      if ('refusal' in answer) {
        if (!waits(answer.refusal) && answer.refusal.code !== 'busy') {
          onDoor(answer.refusal);
          return;
        }
        // Asked too often, it says nothing of where the person stands.
        if (waits(answer.refusal)) setStanding(standingIn(answer));
      }
      timer = setTimeout(() => void ask(), ASK_MS + Math.random() * JITTER_MS);
    };
    const wake = () => {
      if (document.visibilityState === 'visible') void ask();
    };
    stillHere.current = () => void ask(true);
    void ask();
    document.addEventListener('visibilitychange', wake);
    return () => {
      over = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', wake);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- one waiting for one code; the callbacks are the parent's state setters
  }, [code]);

  const away = standing?.away ?? false;
  const drawing = standing?.drawing ?? null;
  const waitsInReserve = standing !== null && standing.place !== null;
  return (
    <Shell
      place={place.join}
      status={online ? 'online' : 'offline'}
      bottom={
        <div className={greeting['actions']}>
          {away && (
            <Button
              kind="ink"
              wide
              onClick={() => {
                stillHere.current();
              }}
            >
              {text.stillHere}
            </Button>
          )}
          <Button
            wide
            onClick={() => {
              onDoor(null);
            }}
          >
            {notMe}
          </Button>
        </div>
      }
    >
      <div className={styles['room']} data-draw={drawing !== null}>
        {standing && standing.name !== '' && <Greeted of={standing} group={standing.group} />}
        {drawing && (
          <div className={styles['draw']}>
            <DrawWaiting {...drawing} giver={giver} />
          </div>
        )}
        {standing?.unit && online ? (
          <WaitingUnit code={code} unit={standing.unit} />
        ) : (
          <div className={styles['stands']} role="status">
            {standing && (
              <p className={styles['place']}>
                {away
                  ? text.away
                  : standing.place === null
                    ? text.noSeat
                    : text.reserve(standing.place)}
              </p>
            )}
            <p>
              {!online
                ? text.offline
                : away
                  ? text.awayMeans
                  : waitsInReserve
                    ? text.reserveWait
                    : text.wait}
            </p>
          </div>
        )}
        <LanguageSwitch />
      </div>
    </Shell>
  );
}

/** The route greets whoever waits, beside the refusal. */
function standingIn(answer: { readonly refusal: Refusal }): Standing {
  const { name = '', apart, group = '', drawing = null, unit = null } = answer as Partial<Standing>;
  const { refusal } = answer;
  return {
    name,
    ...(apart ? { apart } : {}),
    group,
    place: refusal.code === 'in-reserve' ? refusal.place : null,
    away: refusal.code === 'marked-away',
    drawing,
    unit,
  };
}
