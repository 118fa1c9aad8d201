// The minutes as they are printed: A4, black and white, signed by hand.
import { minutesText } from '../../../shared/text/minutes.ts';
import type { Minutes } from '../../../shared/views/audiences/minutes.ts';
import { useLanguage, useText } from '../../ui/language.ts';
import { PrintedPage } from '../parts/PrintedPage.tsx';
import { Attendance, Changes, Run } from './Course.tsx';
import { BoardTable, Draws, Rounds, Schemes } from './Outcome.tsx';
import { SignedResult } from './SignedResult.tsx';
import { dateTimeIn, daysOf } from './dates.ts';
import styles from './Minutes.module.css';

interface Made {
  readonly minutes: Minutes;
  /** When, by the server's clock: they stand as they were then. */
  readonly at: number;
}

export function MinutesPage({ code }: { readonly code: string }) {
  return (
    <PrintedPage<Made>
      code={code}
      path="minutes"
      words={useText(minutesText)}
      meetingOf={({ minutes }) => minutes.meeting}
    >
      {(made) => <Sheet {...made} />}
    </PrintedPage>
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
      {minutes.result && <SignedResult result={minutes.result} zone={meeting.zone} />}
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
