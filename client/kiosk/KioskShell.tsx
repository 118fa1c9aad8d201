// The tablet's page while nobody's seat is open on it: its bar, and one thing below, from the top.
import { useEffect, type ReactNode } from 'react';
import { commonText } from '../../shared/text/common.ts';
import { kioskText } from '../../shared/text/kiosk.ts';
import { Connection, type ConnectionStatus } from '../ui/Connection.tsx';
import { useText } from '../ui/language.ts';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { LargeSwitch } from '../ui/LargeSwitch.tsx';
import { Seal } from '../ui/Seal.tsx';
import { useTitle } from '../ui/title.ts';
import styles from './KioskShell.module.css';

export function KioskShell({
  status = null,
  hatched = false,
  children,
}: {
  readonly status?: ConnectionStatus | null;
  /** Something is not settled yet. */
  readonly hatched?: boolean;
  readonly children: ReactNode;
}) {
  const { title } = useText(kioskText);
  const common = useText(commonText);
  useTitle(title);
  // The page before may have been a long one.
  useEffect(() => {
    scrollTo(0, 0);
  }, []);
  return (
    <div className={styles['page']} data-hatched={hatched}>
      <header className={styles['head']}>
        <Seal label={common.title} />
        <span className="fill">{title}</span>
        {status && <Connection status={status} />}
        <LargeSwitch />
        <LanguageSwitch />
      </header>
      {children}
    </div>
  );
}
