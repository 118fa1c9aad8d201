// The front page: what is on now, and the ways in.
import { commonText } from '../../shared/text/common.ts';
import { homeText } from '../../shared/text/home.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/language.ts';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { Seal } from '../ui/Seal.tsx';
import { useTitle } from '../ui/title.ts';
import { useMeetings, type MeetingName } from './meetings.ts';
import styles from './Home.module.css';

export function HomePage() {
  const text = useText(homeText);
  const common = useText(commonText);
  useTitle(text.title);
  const { meetings, again } = useMeetings();
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <Seal />
        <h1>{common.fullTitle}</h1>
      </header>
      <main className={styles['main']}>
        {meetings === null && <p className={styles['quiet']}>{text.opening}</p>}
        {meetings === 'unreachable' && (
          <div className={styles['trouble']} role="alert">
            <p>{common.unreachable}</p>
            <Button onClick={again}>{common.retry}</Button>
          </div>
        )}
        {Array.isArray(meetings) && meetings.length === 0 && (
          <div>
            <h2 className={styles['title']}>{text.nothing}</h2>
            <p className={styles['quiet']}>{text.nothingHint}</p>
          </div>
        )}
        {Array.isArray(meetings) && <Meetings meetings={meetings} />}
      </main>
      <footer className={styles['foot']}>
        <a href="/console">{text.staff}</a>
        <LanguageSwitch />
      </footer>
    </div>
  );
}

/** Rehearsals are only named while a real meeting is on, so that nobody goes there by mistake. */
function Meetings({ meetings }: { readonly meetings: readonly MeetingName[] }) {
  const text = useText(homeText);
  const real = meetings.filter(({ rehearsal }) => !rehearsal);
  const shown = real.length > 0 ? real : meetings;
  const rest = meetings.filter((meeting) => !shown.includes(meeting));
  return (
    <>
      {shown.map((meeting) => (
        <WaysIn key={meeting.code} meeting={meeting} />
      ))}
      {rest.length > 0 && (
        <p className={styles['quiet']}>
          {text.rehearsals}{' '}
          {rest.map(({ code }) => (
            <a key={code} href={`/m/${code}/watch`} className={styles['aside']}>
              {code}
            </a>
          ))}
        </p>
      )}
    </>
  );
}

function WaysIn({ meeting: { code, title } }: { readonly meeting: MeetingName }) {
  const text = useText(homeText);
  const ways = [
    ['j', text.seat, text.seatHint],
    ['watch', text.watch, text.watchHint],
    ['screen', text.screen, text.screenHint],
  ] as const;
  return (
    <section>
      <p className={styles['quiet']}>{text.now}</p>
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
