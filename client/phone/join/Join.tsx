// Taking a seat without a QR code: the short code, or why the last way in did not work.
import { useEffect, useState } from 'react';
import { awayText } from '../../../shared/text/away.ts';
import { joinText } from '../../../shared/text/join.ts';
import { scanText } from '../../../shared/text/scan.ts';
import { readScan } from '../../../shared/ticket-scan.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useText } from '../../ui/language.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { LargeOffer } from '../../ui/LargeSwitch.tsx';
import { Opening } from '../../ui/Opening.tsx';
import { claim, troubleOf, waits, type OnSeated, type Secret, type Trouble } from './claim.ts';
import { Shell } from '../shell/Shell.tsx';
import { inTab, onDevice } from '../../live/storage.ts';
import { later, meanwhile } from '../../live/later.ts';
import { waitingIn } from '../slips/kept-here.ts';
import { useRefusalSentence } from '../shell/refusal.ts';
import { keepSecret, keptSecret } from './waiting-secret.ts';
import styles from './Join.module.css';

const WaitingRoom = meanwhile(
  later(async () => (await import('./WaitingRoom.tsx')).WaitingRoom),
  <Opening />,
);

export interface JoinProps {
  readonly code: string;
  readonly why: Trouble;
  /** The scanned code, where it is still known. */
  readonly ticket?: string | null;
  readonly onSeated: OnSeated;
  /** Tries the scanned code again, where there was one. */
  readonly onRetry: (() => void) | null;
}

export function Join({ code, why, ticket = null, onSeated, onRetry }: JoinProps) {
  const text = useText(joinText);
  const { retry } = useText(awayText);
  const misread = useText(scanText);
  const sentence = useTroubleSentence();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const [unread, setUnread] = useState<keyof typeof misread | null>(null);
  const [waiting, setWaiting] = useState<Secret | null>(() => {
    if (ticket !== null) return waits(why) ? { ticket } : null;
    // Nobody came with a code, and this page has no seat: it may have been waiting before a reload.
    return why !== null && why !== 'unreachable' && why.code === 'not-joined'
      ? keptSecret(code, inTab)
      : null;
  });
  useEffect(() => {
    // No answer came: the page that is loaded anew asks again.
    const unanswered = why === 'unreachable' && ticket !== null ? { ticket } : null;
    keepSecret(code, waiting ?? unanswered, inTab);
  }, [code, waiting, why, ticket]);

  const [unsent] = useState(() => waitingIn(code, onDevice).length);

  const refused = why === 'unreachable' ? null : why?.code;
  // A code would open nothing, or is not what is missing.
  const gone =
    refused === 'no-such-meeting' ||
    refused === 'rehearsal-deleted' ||
    refused === 'open-elsewhere';
  const enter = async () => {
    const scan = readScan(typed);
    setTrouble(null);
    setUnread(scan.kind === 'unread' ? scan.why : null);
    if (scan.kind === 'unread') {
      // The next scan would be typed behind it.
      if (scan.why !== 'no-code') setTyped('');
      return;
    }
    const secret = scan.kind === 'ticket' ? { ticket: scan.ticket } : { typed };
    setBusy(true);
    const answer = await claim(code, secret);
    setBusy(false);
    if (answer.ok) {
      onSeated(answer.view);
      return;
    }
    const now = troubleOf(answer);
    if (waits(now)) setWaiting(secret);
    else if (scan.kind === 'ticket' && isUnknown(now)) {
      setTyped('');
      const isOther = scan.meeting !== null && scan.meeting !== code.toLowerCase();
      if (isOther) setUnread('other-meeting');
      else if (scan.capsLock) setUnread('caps-lock');
      else setTrouble(now);
    } else setTrouble(now);
  };
  if (waiting)
    return (
      <WaitingRoom
        code={code}
        secret={waiting}
        onSeated={onSeated}
        onDoor={(now) => {
          setWaiting(null);
          setTrouble(now);
        }}
      />
    );
  return (
    <Shell place={text.title} status={null}>
      <form
        className={styles['join']}
        onSubmit={(event) => {
          event.preventDefault();
          void enter();
        }}
      >
        {why === null || refused === 'not-joined' || waits(why) ? (
          <h1 className={styles['lead']}>{text.lead}</h1>
        ) : (
          <div className={styles['why']} role="alert">
            <p>{sentence(why)}</p>
            {onRetry && isNoFault(why) && <Button onClick={onRetry}>{retry}</Button>}
          </div>
        )}
        {!gone && (
          <>
            {unsent > 0 && refused !== 'seat-gone' && (
              <p className={styles['unsent']}>{text.unsent(unsent)}</p>
            )}
            <Field
              label={text.code}
              hint={text.codeHint}
              error={unread ? misread[unread] : trouble && sentence(trouble)}
              value={typed}
              maxLength={200}
              autoComplete="off"
              autoCapitalize="characters"
              autoCorrect="off"
              spellCheck={false}
              enterKeyHint="go"
              live
              onText={setTyped}
            />
            <Button
              kind="ink"
              large
              wide
              type="submit"
              blocked={typed.trim() === '' ? text.codeMissing : null}
              waiting={busy ? text.entering : null}
            >
              {text.enter}
            </Button>
            <p className={styles['help']}>{text.help}</p>
          </>
        )}
        <div className={styles['language']}>
          <LargeOffer />
          <LanguageSwitch />
        </div>
      </form>
    </Shell>
  );
}

/** Nothing is wrong with the code itself: the network, the page's address, or too many pages of one seat. */
function isNoFault(why: Trouble): boolean {
  return why === 'unreachable' || why?.code === 'foreign-origin' || why?.code === 'open-elsewhere';
}

function isUnknown(trouble: Trouble): boolean {
  return trouble !== null && trouble !== 'unreachable' && trouble.code === 'ticket-unknown';
}

function useTroubleSentence() {
  const text = useText(joinText);
  const sentence = useRefusalSentence();
  return (trouble: Exclude<Trouble, null>) =>
    trouble === 'unreachable'
      ? text.offline
      : trouble.code === 'not-joined'
        ? text.notAllowed
        : sentence(trouble);
}
