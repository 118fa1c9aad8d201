// The meetings kept on this host, each a way into its console.
import { Link } from 'wouter';
import { consoleText } from '../../../shared/text/console.ts';
import { commonText } from '../../../shared/text/common.ts';
import { useText } from '../../ui/language.ts';
import { Remark } from '../parts/Notice.tsx';
import styles from './Home.module.css';

export interface MeetingLink {
  readonly code: string;
  readonly title: string;
  readonly rehearsal: boolean;
}

/** On the list of this host, and its file could not be opened. */
export interface UnopenedLink {
  readonly code: string;
}

/** `meetings` null: not known yet. */
export function MeetingList({
  meetings,
  unopened,
}: {
  readonly meetings: readonly MeetingLink[] | null;
  readonly unopened: readonly UnopenedLink[];
}) {
  const text = useText(consoleText).home;
  const common = useText(commonText);
  if (meetings === null) return <Remark>{common.loading}</Remark>;
  if (meetings.length + unopened.length === 0) return <Remark>{text.noMeetings}</Remark>;
  // What counts comes first; a rehearsal's title says that it is one.
  const sorted = [...meetings].sort((a, b) => Number(a.rehearsal) - Number(b.rehearsal));
  return (
    <ul className="over">
      {sorted.map(({ code, title }) => (
        <li key={code}>
          <Link href={`/m/${code}/console`} className={styles['meeting'] ?? ''}>
            <span className={styles['name']}>{title}</span>
            <span className="fixed quiet small hex">{code}</span>
          </Link>
        </li>
      ))}
      {unopened.map(({ code }) => (
        <li key={code} className={styles['unopened']}>
          {text.unopened(code)}
        </li>
      ))}
    </ul>
  );
}
