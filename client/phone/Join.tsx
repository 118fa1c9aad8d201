// Taking a seat without a QR code: the short code, or why the last way in did not work.
import { useState } from 'react';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import { commonText } from '../../shared/text/common.ts';
import { phoneText } from '../../shared/text/phone.ts';
import { call, type HttpAnswer } from '../live/http.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { useText } from '../ui/language.ts';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { Frame } from './Frame.tsx';
import { useRefusalSentence } from './refusal.ts';
import styles from './Join.module.css';

/** Why the person stands at the door: a refusal, or a network that is gone. */
export type Trouble = Refusal | 'unreachable' | null;

export function claim(
  code: string,
  secret: { readonly ticket: string } | { readonly typed: string },
): Promise<HttpAnswer<object>> {
  return call(`/api/m/${encodeURIComponent(code)}/claim`, secret);
}

export function troubleOf(answer: Exclude<HttpAnswer<object>, { readonly ok: true }>): Trouble {
  return 'unreachable' in answer ? 'unreachable' : answer.refusal;
}

export function Join({
  code,
  why,
  onSeated,
  onRetry,
}: {
  readonly code: string;
  readonly why: Trouble;
  readonly onSeated: () => void;
  /** Tries the scanned code again, where there was one. */
  readonly onRetry: (() => void) | null;
}) {
  const text = useText(phoneText).join;
  const { retry } = useText(commonText);
  const sentence = useTroubleSentence();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>(null);

  const refused = why === 'unreachable' ? null : why?.code;
  const gone = refused === 'no-such-meeting';
  const enter = async () => {
    setBusy(true);
    setTrouble(null);
    const answer = await claim(code, { typed });
    setBusy(false);
    if (answer.ok) onSeated();
    else setTrouble(troubleOf(answer));
  };
  return (
    <Frame place={text.title} status={null}>
      <form
        className={styles['join']}
        onSubmit={(event) => {
          event.preventDefault();
          void enter();
        }}
      >
        {why === null || refused === 'not-allowed' ? (
          <p className={styles['lead']}>{text.lead}</p>
        ) : (
          <div className={styles['why']} role="alert">
            <p>{sentence(why)}</p>
            {onRetry && <Button onClick={onRetry}>{retry}</Button>}
          </div>
        )}
        {!gone && (
          <>
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

function useTroubleSentence() {
  const text = useText(phoneText).join;
  const sentence = useRefusalSentence();
  return (trouble: Exclude<Trouble, null>) =>
    trouble === 'unreachable'
      ? text.offline
      : trouble.code === 'not-allowed'
        ? text.notAllowed
        : sentence(trouble);
}
