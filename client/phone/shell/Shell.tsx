// The phone's one column: a bar with place, the large version and connection, the content, and one action within the thumb's reach.
import type { ReactNode } from 'react';
import { commonText } from '../../../shared/text/common.ts';
import { Connection, type ConnectionStatus } from '../../ui/Connection.tsx';
import { useText } from '../../ui/language.ts';
import { LargeSwitch } from '../../ui/LargeSwitch.tsx';
import { Seal } from '../../ui/Seal.tsx';
import { useTitle } from '../../ui/title.ts';
import styles from './Shell.module.css';

export function Shell({
  place,
  meeting,
  status,
  children,
  bottom,
}: {
  /** Where the meeting is, in a few words. */
  readonly place: string;
  readonly meeting?: string;
  readonly status: ConnectionStatus | null;
  readonly children: ReactNode;
  /** Stays at the lower edge; what grows in it grows upwards and moves nothing. */
  readonly bottom?: ReactNode;
}) {
  const text = useText(commonText);
  useTitle(place, meeting);
  return (
    <div className={styles['shell']}>
      <header className={styles['bar']}>
        <Seal label={text.title} />
        <span className="fill">{place}</span>
        <LargeSwitch />
        {status && <Connection status={status} />}
      </header>
      <main className="column grow">{children}</main>
      {bottom && <footer className={styles['bottom']}>{bottom}</footer>}
    </div>
  );
}
