// The tablet's code entry: large letters, keys of its own, and a scanner's line as well as typing.
import { useEffect, useRef, useState } from 'react';
import { commonText } from '../../shared/text/common.ts';
import { kioskText } from '../../shared/text/kiosk.ts';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import { refusalSentence } from '../../shared/text/refusals.ts';
import { call } from '../live/http.ts';
import { Button } from '../ui/Button.tsx';
import { useLanguage, useText } from '../ui/language.ts';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { Seal } from '../ui/Seal.tsx';
import { useTitle } from '../ui/title.ts';
import styles from './CodePad.module.css';

/** What short codes are made of; the server also takes look-alikes. */
const KEYS = ['0123456789', 'ABCDEFGH', 'JKMNPQRS', 'TVWXYZ'] as const;
const LENGTH = 8;
const ANSWER_STAYS_MS = 10_000;

export function CodePad({
  code,
  busy,
  onSeated,
}: {
  readonly code: string;
  /** The seat of the person before is still being let go. */
  readonly busy: boolean;
  readonly onSeated: () => void;
}) {
  const text = useText(kioskText);
  const common = useText(commonText);
  const language = useLanguage();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [sending, setSending] = useState(false);
  const [answer, setAnswer] = useState<{
    readonly why: Refusal | null;
    readonly name: string;
  } | null>(null);
  useTitle(text.title);

  const length = typed.replace(/[^0-9a-z]/gi, '').length;
  const scanned = typed.includes('#');
  const write = (next: string) => {
    setTyped(next);
    setAnswer(null);
    field.current?.focus();
  };
  const enter = async () => {
    setSending(true);
    const secret = scanned ? { ticket: typed.slice(typed.indexOf('#') + 1).trim() } : { typed };
    const came = await call(`/api/m/${encodeURIComponent(code)}/claim`, secret);
    setSending(false);
    setTyped('');
    if (came.ok) onSeated();
    else {
      const { name = '' } = came as { readonly name?: string };
      setAnswer({ why: 'refusal' in came ? came.refusal : null, name });
    }
  };
  // The next person need not read what was said to this one.
  useEffect(() => {
    if (!answer) return;
    const timer = setTimeout(() => {
      setAnswer(null);
    }, ANSWER_STAYS_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [answer]);

  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <Seal label={common.title} />
        <span className={styles['title']}>{text.title}</span>
        <LanguageSwitch />
      </header>
      <form
        className={styles['entry']}
        onSubmit={(event) => {
          event.preventDefault();
          if (!sending && !busy && typed !== '') void enter();
        }}
      >
        <h1>{text.lead}</h1>
        <label className={styles['field']}>
          <span className="visually-hidden">{text.code}</span>
          <input
            ref={field}
            value={typed}
            maxLength={200}
            autoFocus
            // The keys below are larger than a tablet's own, which would cover them.
            inputMode="none"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            placeholder="––––-––––"
            aria-describedby="kiosk-note"
            onChange={(event) => {
              write(event.target.value);
            }}
          />
        </label>
        <div id="kiosk-note" className={styles['note']} role="status" data-answer={answer !== null}>
          {answer === null ? (
            <p>{text.hint}</p>
          ) : (
            <>
              {answer.name !== '' && <strong>{text.waiting(answer.name)}</strong>}
              <p>{answer.why === null ? text.offline : refusalSentence(language, answer.why)}</p>
            </>
          )}
        </div>
        <div className={styles['pad']}>
          {KEYS.map((row) => (
            <div key={row} className={styles['row']}>
              {Array.from(row, (key) => (
                <button
                  key={key}
                  type="button"
                  tabIndex={-1}
                  onClick={() => {
                    write(typed + key);
                  }}
                >
                  {key}
                </button>
              ))}
              {row === KEYS[3] && (
                <>
                  <button
                    type="button"
                    className={styles['word']}
                    onClick={() => {
                      write(typed.slice(0, -1));
                    }}
                  >
                    {text.erase}
                  </button>
                  <button
                    type="button"
                    className={styles['word']}
                    onClick={() => {
                      write('');
                    }}
                  >
                    {text.clear}
                  </button>
                </>
              )}
            </div>
          ))}
        </div>
        <Button
          kind="ink"
          large
          wide
          type="submit"
          blocked={scanned || length >= LENGTH ? null : text.missing(LENGTH - length)}
          waiting={sending || busy ? text.entering : null}
        >
          {text.enter}
        </Button>
        <p className={styles['ask']}>{text.ask}</p>
      </form>
    </div>
  );
}
