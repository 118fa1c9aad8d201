// The meetings kept on this host, each a way into its console.
import { Link } from 'wouter';
import { consoleText } from '../../../shared/text/console.ts';
import { commonText } from '../../../shared/text/common.ts';
import { useText } from '../../ui/language.ts';
import { Remark } from '../parts/Notice.tsx';
import styles from './Home.module.css';

export interface Listed {
  readonly meetings: readonly {
    readonly code: string;
    readonly title: string;
    readonly rehearsal: boolean;
  }[];
  /** Their files could not be opened. */
  readonly unopened: readonly { readonly code: string }[];
}

/** `listed` null: not known yet; `none`: what is said where there is no meeting. */
export function MeetingList({
  listed,
  none,
}: {
  readonly listed: Listed | null;
  readonly none: string;
}) {
  const text = useText(consoleText).home;
  const common = useText(commonText);
  if (listed === null) return <Remark>{common.loading}</Remark>;
  const { meetings, unopened } = listed;
  if (meetings.length + unopened.length === 0) return <Remark>{none}</Remark>;
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
