// A page that is printed from the console: it stands as it was when it was fetched, below a bar that is not on the paper.
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { commonText } from '../../../shared/text/common.ts';
import { printedText } from '../../../shared/text/printed.ts';
import { refusalSentence } from '../../../shared/text/refusals.ts';
import type { ShownMeeting } from '../../../shared/views/slices/shown.ts';
import { call, type HttpAnswer } from '../../live/http.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useText } from '../../ui/language.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { useTitle } from '../../ui/title.ts';
import { SessionBar } from '../SessionBar.tsx';
import { useSessionPart } from './session.ts';
import print from '../print.module.css';
import styles from './PrintedPage.module.css';

export function PrintedPage<T extends object>({
  code,
  path,
  words,
  meetingOf,
  children,
}: {
  readonly code: string;
  /** Below the meeting's own routes. */
  readonly path: string;
  /** `failed` where it could not be fetched, and nobody said why. */
  readonly words: { readonly title: string; readonly failed: string };
  readonly meetingOf: (fetched: T) => ShownMeeting;
  readonly children: (fetched: T, fetchAgain: () => void) => ReactNode;
}) {
  const text = useText(printedText);
  const common = useText(commonText);
  const language = useLanguage();
  const [answer, setAnswer] = useState<HttpAnswer<T> | null>(null);
  const load = useCallback(() => {
    void call<T>(`/m/${encodeURIComponent(code)}/api/${path}`).then(setAnswer);
  }, [code, path]);
  // Once more after a new login.
  const entered = useSessionPart((session) => session.entered);
  useEffect(load, [load, entered]);
  const meeting = answer?.ok ? meetingOf(answer) : null;
  useTitle(words.title, meeting?.title);
  return (
    <main className={`${print['cover'] ?? ''} ${styles['page'] ?? ''}`}>
      <nav className={`${print['bar'] ?? ''} ${styles['bar'] ?? ''}`}>
        <Link href={`/m/${code}/console`}>{text.back}</Link>
        <LanguageSwitch />
        <Button
          kind="ink"
          onClick={() => {
            window.print();
          }}
        >
          {text.print}
        </Button>
      </nav>
      {!answer && <p className={styles['word']}>{common.loading}</p>}
      {answer?.ok === false && (
        <p role="alert" className={styles['word']}>
          {'refusal' in answer ? refusalSentence(language, answer.refusal) : words.failed}
        </p>
      )}
      {answer?.ok && children(answer, load)}
      {meeting && <SessionBar zone={meeting.zone} />}
    </main>
  );
}
