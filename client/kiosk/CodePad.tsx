// The tablet's code entry: large letters, keys of its own, and a scanner's line as well as typing.
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { kioskText } from '../../shared/text/kiosk.ts';
import { scanText } from '../../shared/text/scan.ts';
import { readScan } from '../../shared/ticket-scan.ts';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import { after, listen } from '../live/until-ended.ts';
import { claim, waits, type Secret } from '../phone/join/claim.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/language.ts';
import { isComposing } from '../ui/typed.ts';
import { TypedInput } from '../ui/TypedInput.tsx';
import styles from './CodePad.module.css';
import { KioskShell } from './KioskShell.tsx';
import type { Held } from './leaving.ts';
import { asks, type InPool } from './OwnDraw.tsx';
import { useKioskSentence } from './sentence.ts';

/** What short codes are made of; the server also takes look-alikes. */
const KEYS = ['0123456789', 'ABCDEFGH', 'JKMNPQRS', 'TVWXYZ'] as const;
const LENGTH = 8;
/** An answer, and a code that was left half typed, are not for the next person. */
const ANSWER_STAYS_MS = 20_000;
const TYPED_STAYS_MS = 60_000;
const LINE_ENDS_MS = 300;

/** What the pad says before anybody has typed: what became of the person before. */
export type Said =
  | { readonly kind: 'sent'; readonly held: Held }
  | { readonly kind: 'word-late' }
  | { readonly kind: 'ended'; readonly why: Refusal };

/** `later`: the first try failed. */
export type LettingGo = 'now' | 'later';

type Answered =
  | Said
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'unread'; readonly why: keyof typeof scanText.zh }
  | {
      readonly kind: 'refused';
      readonly why: Refusal;
      readonly name: string;
      readonly typed: string;
      /** A draw takes words of whoever waits, and has none of theirs. */
      readonly asks: boolean;
    };

export function CodePad({
  code,
  said,
  letting,
  onSeated,
  onDraw,
}: {
  readonly code: string;
  readonly said: Said | null;
  /** The seat of the person before is still being let go. */
  readonly letting: LettingGo | null;
  readonly onSeated: () => void;
  /** Who has no seat is in a draw on stage that asks nothing of them. */
  readonly onDraw: (secret: Secret, who: InPool) => void;
}) {
  const text = useText(kioskText);
  const unread = useText(scanText);
  const sentence = useKioskSentence();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [sending, setSending] = useState(false);
  const [answer, setAnswer] = useState<Answered | null>(said);

  const scan = readScan(typed);
  /** The Enter of a scanner may have ended a composition instead: it is said without one. */
  const madeWords = scan.kind === 'unread' && scan.why === 'input-method';
  const left = scan.kind === 'code' ? LENGTH - scan.code.length : 0;
  const write = (next: string) => {
    setTyped(spaced(next));
    setAnswer(null);
    field.current?.focus();
  };
  const enter = async () => {
    if (scan.kind === 'unread') {
      setTyped('');
      setAnswer({ kind: 'unread', why: scan.why });
      return;
    }
    setSending(true);
    const secret = scan.kind === 'ticket' ? { ticket: scan.ticket } : { typed: scan.code };
    const came = await claim(code, secret);
    setSending(false);
    if (!came.ok && 'unreachable' in came) {
      setAnswer({ kind: 'unreachable' });
      return;
    }
    setTyped('');
    if (came.ok) onSeated();
    else {
      const { name = '', group = '', apart, drawing } = came as Partial<InPool>;
      const unknown = came.refusal.code === 'ticket-unknown';
      const isTicket = unknown && scan.kind === 'ticket';
      if (isTicket && scan.meeting !== null && scan.meeting !== code.toLowerCase())
        setAnswer({ kind: 'unread', why: 'other-meeting' });
      else if (isTicket && scan.capsLock) setAnswer({ kind: 'unread', why: 'caps-lock' });
      else {
        const isAsked = drawing !== undefined && asks(drawing);
        if (drawing && !isAsked && waits(came.refusal)) {
          onDraw(secret, { name, ...(apart ? { apart } : {}), group, drawing });
          return;
        }
        const wrong = unknown && scan.kind === 'code' ? typed.toUpperCase() : '';
        setAnswer({ kind: 'refused', why: came.refusal, name, typed: wrong, asks: isAsked });
      }
    }
  };
  const submit = () => {
    if (!sending && letting === null && typed !== '') void enter();
  };
  // Some scanners send no Enter, or a Tab; longer than from one of their keys to the next, it is the whole line.
  const whole = useEffectEvent(submit);
  useEffect(() => {
    if (scan.kind !== 'ticket' || sending || letting !== null) return;
    return after(LINE_ENDS_MS, () => {
      whole();
    });
  }, [typed, scan.kind, sending, letting]);
  // Whoever pressed a key of the page, or beside it, has taken the focus from the scanner.
  useEffect(() => {
    const caught = (event: KeyboardEvent) => {
      const types = event.key.length === 1 && event.key !== ' ';
      if ((types && !event.ctrlKey && !event.metaKey) || isComposing(event)) field.current?.focus();
    };
    return listen(document, { keydown: caught }, { capture: true });
  }, []);
  // The next person need not read what was said to this one.
  useEffect(() => {
    if (!answer) return;
    return after(ANSWER_STAYS_MS, () => {
      setAnswer(null);
    });
  }, [answer]);
  useEffect(() => {
    if (typed === '' || sending) return;
    return after(TYPED_STAYS_MS, () => {
      setTyped('');
    });
  }, [typed, sending]);

  return (
    <KioskShell>
      <main className="column grow">
        <form
          className={styles['entry']}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <h1>{text.lead}</h1>
          <label className={styles['field']}>
            <span className="visually-hidden">{text.code}</span>
            <TypedInput
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
              onText={write}
            />
          </label>
          <div
            id="kiosk-note"
            className={styles['note']}
            role="status"
            data-answer={answer !== null || letting === 'later' || madeWords}
          >
            {letting === 'later' ? (
              <p>{text.lettingLater}</p>
            ) : madeWords ? (
              <p>{unread['input-method']}</p>
            ) : answer === null ? (
              <p>{text.hint}</p>
            ) : answer.kind === 'unreachable' ? (
              <p>{text.offline}</p>
            ) : answer.kind === 'unread' ? (
              <p>{unread[answer.why]}</p>
            ) : answer.kind === 'sent' ? (
              <p>{text.arrived(answer.held)}</p>
            ) : answer.kind === 'word-late' ? (
              <p>{text.wordLate}</p>
            ) : (
              <>
                {answer.kind === 'refused' && answer.name !== '' && (
                  <strong>{text.waiting(answer.name)}</strong>
                )}
                {answer.kind === 'refused' && answer.typed !== '' && (
                  <strong>{text.typed(answer.typed)}</strong>
                )}
                <p>{sentence(answer.why)}</p>
                {answer.kind === 'refused' && answer.asks && <p>{text.wordByPhone}</p>}
              </>
            )}
          </div>
          <div className={styles['keys']}>
            {KEYS.map((row) => (
              <div key={row} className={styles['row']}>
                {Array.from(row, (key) => (
                  <button
                    key={key}
                    type="button"
                    className="key"
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
                      className={`key ${styles['word'] ?? ''}`}
                      onClick={() => {
                        write(typed.slice(0, -1));
                      }}
                    >
                      {text.erase}
                    </button>
                    <button
                      type="button"
                      className={`key ${styles['word'] ?? ''}`}
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
            blocked={left > 0 ? text.missing(left) : null}
            waiting={sending ? text.entering : letting === null ? null : text.letting}
          >
            {text.enter}
          </Button>
          <p className="quiet">{text.ask}</p>
        </form>
      </main>
    </KioskShell>
  );
}

/** As it is printed, XXXX-XXXX; what a scanner types stays as it is. */
function spaced(typed: string): string {
  const scan = readScan(typed);
  if (scan.kind !== 'code') return typed;
  // In the case in which they came: it tells a scanner's address from its first letters on.
  const code = typed.normalize('NFKC').replace(/[^0-9a-z]/gi, '');
  return code.length > 4 ? `${code.slice(0, 4)}-${code.slice(4)}` : code;
}
