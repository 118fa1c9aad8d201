// The front page: what is on now, and the ways in.
import { awayText } from '../../shared/text/away.ts';
import { homeText } from '../../shared/text/home.ts';
import { Button } from '../ui/Button.tsx';
import { useLanguage, useText } from '../ui/language.ts';
import { ManualLink } from '../parts/ManualLink.tsx';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { Seal } from '../ui/Seal.tsx';
import { useTitle } from '../ui/title.ts';
import { whenIn } from '../ui/when.ts';
import { useMeetings, type MeetingName } from './meetings.ts';
import styles from './Home.module.css';

export function HomePage() {
  const text = useText(homeText);
  const away = useText(awayText);
  useTitle(text.title);
  const { meetings, again } = useMeetings();
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <Seal />
        <h1>{away.fullTitle}</h1>
      </header>
      <main className={styles['main']}>
        {meetings === null && <p className="quiet">{text.opening}</p>}
        {meetings === 'unreachable' && (
          <div className={styles['trouble']} role="alert">
            <p>{away.unreachable}</p>
            <Button onClick={again}>{away.retry}</Button>
          </div>
        )}
        {Array.isArray(meetings) && meetings.length === 0 && (
          <div>
            <h2 className={styles['title']}>{text.nothing}</h2>
            <p className="quiet">{text.nothingHint}</p>
            <p className={styles['make']}>
              <a className="tap" href="/console">
                {text.makeOne}
              </a>
            </p>
          </div>
        )}
        {Array.isArray(meetings) && <Meetings meetings={meetings} />}
      </main>
      <footer className={styles['foot']}>
        <a className="tap" href="/console">
          {text.staff}
        </a>
        <ManualLink />
        <LanguageSwitch />
      </footer>
    </div>
  );
}

/** While a real meeting is on, rehearsals stand below it and say what they are, so that nobody goes there by mistake. */
function Meetings({ meetings }: { readonly meetings: readonly MeetingName[] }) {
  const real = meetings.filter(({ rehearsal }) => !rehearsal);
  const rehearsals = meetings
    .filter(({ rehearsal }) => rehearsal)
    .sort((a, b) => b.createdAt - a.createdAt);
  const only = real.length === 0 && rehearsals.length === 1 ? rehearsals : real;
  return (
    <>
      {only.map((meeting) => (
        <WaysIn key={meeting.code} meeting={meeting} />
      ))}
      {only !== rehearsals && rehearsals.length > 0 && <Rehearsals rehearsals={rehearsals} />}
    </>
  );
}

function Rehearsals({ rehearsals }: { readonly rehearsals: readonly MeetingName[] }) {
  const text = useText(homeText);
  const language = useLanguage();
  return (
    <section className={styles['rehearsals']}>
      <h2>{text.rehearsals}</h2>
      <p className={styles['hint']}>{text.rehearsalsHint}</p>
      <ul className={styles['ways']}>
        {rehearsals.map(({ code, title, createdAt, zone }) => (
          <li key={code}>
            <a href={`/m/${code}/watch`}>
              <b>{title}</b>
              <span>{text.rehearsal(whenIn(zone, createdAt, language), code)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function WaysIn({ meeting: { code, title, rehearsal } }: { readonly meeting: MeetingName }) {
  const text = useText(homeText);
  const ways = [
    ['j', text.seat, text.seatHint],
    ['watch', text.watch, text.watchHint],
    ['screen', text.screen, text.screenHint],
  ] as const;
  return (
    <section>
      <p className="quiet">{rehearsal ? text.nowRehearsal : text.now}</p>
      <h2 className={styles['title']}>{title}</h2>
      <ul className={styles['ways']}>
        {ways.map(([page, name, hint]) => (
          <li key={page}>
            <a href={`/m/${code}/${page}`}>
              <strong>{name}</strong>
              <span>{hint}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
