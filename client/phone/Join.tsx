// Taking a seat without a QR code: the short code, or why the last way in did not work.
import { Suspense, useEffect, useState } from 'react';
import { commonText } from '../../shared/text/common.ts';
import { joinText } from '../../shared/text/join.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { useText } from '../ui/language.ts';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { claim, troubleOf, waits, type Secret, type Trouble } from './claim.ts';
import { Frame } from './Frame.tsx';
import { waitingIn } from './kept-here.ts';
import { later } from './later.ts';
import { useRefusalSentence } from './refusal.ts';
import { keepSecret, keptSecret } from './waiting-secret.ts';
import styles from './Join.module.css';

const WaitingRoom = later(async () => (await import('./WaitingRoom.tsx')).WaitingRoom);

export interface JoinProps {
  readonly code: string;
  readonly why: Trouble;
  /** The scanned code, where it is still known. */
  readonly ticket?: string | null;
  readonly onSeated: () => void;
  /** Tries the scanned code again, where there was one. */
  readonly onRetry: (() => void) | null;
}

export function Join({ code, why, ticket = null, onSeated, onRetry }: JoinProps) {
  const text = useText(joinText);
  const { retry } = useText(commonText);
  const sentence = useTroubleSentence();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const [waiting, setWaiting] = useState<Secret | null>(() => {
    if (ticket !== null) return waits(why) ? { ticket } : null;
    // Nobody came with a code, and this page has no seat: it may have been waiting before a reload.
    return why !== null && why !== 'unreachable' && why.code === 'not-allowed'
      ? keptSecret(code, session)
      : null;
  });
  useEffect(() => {
    keepSecret(code, waiting, session);
  }, [code, waiting]);

  const [unsent] = useState(() => waitingIn(code, () => localStorage).length);

  const refused = why === 'unreachable' ? null : why?.code;
  const gone = refused === 'no-such-meeting' || refused === 'rehearsal-deleted';
  const enter = async () => {
    setBusy(true);
    setTrouble(null);
    const answer = await claim(code, { typed });
    setBusy(false);
    if (answer.ok) {
      onSeated();
      return;
    }
    const now = troubleOf(answer);
    if (waits(now)) setWaiting({ typed });
    else setTrouble(now);
  };
  if (waiting)
    return (
      <Suspense fallback={null}>
        <WaitingRoom
          code={code}
          secret={waiting}
          onSeated={onSeated}
          onDoor={(now) => {
            setWaiting(null);
            setTrouble(now);
          }}
        />
      </Suspense>
    );
  return (
    <Frame place={text.title} status={null}>
      <form
        className={styles['join']}
        onSubmit={(event) => {
          event.preventDefault();
          void enter();
        }}
      >
        {why === null || refused === 'not-allowed' || waits(why) ? (
          <p className={styles['lead']}>{text.lead}</p>
        ) : (
          <div className={styles['why']} role="alert">
            <p>{sentence(why)}</p>
            {onRetry && <Button onClick={onRetry}>{retry}</Button>}
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
              error={trouble && sentence(trouble)}
              value={typed}
              maxLength={40}
              autoComplete="off"
              autoCapitalize="characters"
              autoCorrect="off"
              spellCheck={false}
              enterKeyHint="go"
              onChange={(event) => {
                setTyped(event.target.value);
              }}
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
          <LanguageSwitch />
        </div>
      </form>
    </Frame>
  );
}

const session = () => sessionStorage;

function useTroubleSentence() {
  const text = useText(joinText);
  const sentence = useRefusalSentence();
  return (trouble: Exclude<Trouble, null>) =>
    trouble === 'unreachable'
      ? text.offline
      : trouble.code === 'not-allowed'
        ? text.notAllowed
        : sentence(trouble);
}
