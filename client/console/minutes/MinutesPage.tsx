// The minutes as they are printed: A4, black and white, signed by hand.
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { commonText } from '../../../shared/text/common.ts';
import { minutesText } from '../../../shared/text/minutes.ts';
import { refusalSentence } from '../../../shared/text/refusals.ts';
import type { Minutes } from '../../../shared/views/audiences/minutes.ts';
import { call, type HttpAnswer } from '../../live/http.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useText } from '../../ui/language.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { useTitle } from '../../ui/title.ts';
import { useSessionPart } from '../parts/session.ts';
import { SessionBar } from '../SessionBar.tsx';
import { Attendance, Changes, Run } from './Course.tsx';
import { BoardTable, Draws, Rounds, Schemes } from './Outcome.tsx';
import { dateTimeIn, daysOf } from './dates.ts';
import print from '../print.module.css';
import styles from './Minutes.module.css';

const frame = `${print['cover'] ?? ''} ${styles['page'] ?? ''}`;

interface Made {
  readonly minutes: Minutes;
  /** When, by the server's clock: they stand as they were then. */
  readonly at: number;
}

export function MinutesPage({ code }: { readonly code: string }) {
  const text = useText(minutesText);
  const common = useText(commonText);
  const language = useLanguage();
  const [answer, setAnswer] = useState<HttpAnswer<Made> | null>(null);
  // Once more after a new login.
  const entered = useSessionPart((session) => session.entered);
  useEffect(() => {
    void call<Made>(`/m/${code}/api/minutes`).then(setAnswer);
  }, [code, entered]);
  useTitle(text.title, answer?.ok ? answer.minutes.meeting.title : common.title);
  if (!answer) return <main className={frame}>{common.loading}</main>;
  return (
    <main className={frame}>
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
      {answer.ok ? (
        <>
          <Sheet minutes={answer.minutes} at={answer.at} />
          <SessionBar zone={answer.minutes.meeting.zone} />
        </>
      ) : (
        <p role="alert">
          {'refusal' in answer ? refusalSentence(language, answer.refusal) : text.failed}
        </p>
      )}
    </main>
  );
}

function Sheet({ minutes, at }: Made) {
  const text = useText(minutesText);
  const language = useLanguage();
  const { meeting, head } = minutes;
  const days = daysOf(minutes, language);
  return (
    <article className={styles['sheet']}>
      <header>
        <h1>{meeting.title}</h1>
        <p>
          {text.title}
          {meeting.rehearsal && <strong> {text.rehearsal}</strong>}
        </p>
        {days !== '' && <p>{text.held(days)}</p>}
        <p className={styles['small']}>{text.code(meeting.code, meeting.zone)}</p>
      </header>
      <Run minutes={minutes} />
      <Attendance minutes={minutes} />
      <Changes minutes={minutes} />
      <Draws minutes={minutes} />
      <Schemes minutes={minutes} />
      <Rounds minutes={minutes} />
      <BoardTable minutes={minutes} />
      <footer>
        <p className={styles['hash']}>
          {text.head} {head.seq}: {head.hash}
          <br />
          {text.logRoot}: {head.root}
        </p>
        <ul className={styles['signatures']}>
          {text.signatures.map((who) => (
            <li key={who}>{who}</li>
          ))}
          <li>{text.date}</li>
        </ul>
        <p className={styles['small']}>{text.printedAt(dateTimeIn(meeting.zone, language, at))}</p>
      </footer>
    </article>
  );
}
