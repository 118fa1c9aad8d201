// A bare path such as /watch: leads on where one meeting is on, waits for one, or lets the person choose.
import { Link, Redirect } from 'wouter';
import { awayText } from '../../shared/text/away.ts';
import { homeText } from '../../shared/text/home.ts';
import { useText } from '../ui/language.ts';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { Seal } from '../ui/Seal.tsx';
import { useTitle } from '../ui/title.ts';
import type { BarePage } from './bare-page.ts';
import { useMeetings } from './meetings.ts';
import { NoMeeting } from './NoMeeting.tsx';
import styles from './Home.module.css';

export function WithMeeting({ page }: { readonly page: BarePage }) {
  const text = useText(homeText);
  const away = useText(awayText);
  useTitle(text.title);
  const { meetings, again } = useMeetings();
  if (meetings === null) return null;
  const all = meetings === 'unreachable' ? [] : meetings;
  const real = all.filter(({ rehearsal }) => !rehearsal);
  // While a real meeting is on, nobody is led to a rehearsal by a bare path.
  const list = real.length > 0 ? real : all;
  const [only] = list;
  if (only && list.length === 1) return <Redirect to={`/m/${only.code}/${page}`} replace />;
  if (!only)
    return <NoMeeting page={page} unreachable={meetings === 'unreachable'} onAgain={again} />;
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <Seal />
        <p>{away.fullTitle}</p>
      </header>
      <main className={styles['main']}>
        <section>
          <h1 className={styles['title']}>{text.choose}</h1>
          <ul className={styles['ways']}>
            {list.map(({ code, title }) => (
              <li key={code}>
                <Link to={`/m/${code}/${page}`}>
                  <strong>{title}</strong>
                  <span>{code}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      </main>
      <footer className={styles['foot']}>
        <LanguageSwitch />
      </footer>
    </div>
  );
}
