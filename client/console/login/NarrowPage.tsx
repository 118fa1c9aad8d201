// The page of what is shown before a console is open: one narrow column under the seal.
import type { ReactNode } from 'react';
import { commonText } from '../../../shared/text/common.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { ManualLink } from '../../parts/ManualLink.tsx';
import { useText } from '../../ui/language.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { Seal } from '../../ui/Seal.tsx';
import { useTitle } from '../../ui/title.ts';
import shell from '../shell.module.css';
import styles from './NarrowPage.module.css';

export function NarrowPage({
  title,
  children,
}: {
  readonly title?: string | undefined;
  readonly children: ReactNode;
}) {
  const common = useText(commonText);
  useTitle(useText(consoleText).title);
  return (
    <main className={`${shell['console'] ?? ''} ${styles['page'] ?? ''}`}>
      <header className={styles['head']}>
        <Seal label={common.title} />
        <LanguageSwitch />
      </header>
      {title !== undefined && <h1 className={styles['title']}>{title}</h1>}
      {children}
      <p>
        <ManualLink />
      </p>
    </main>
  );
}
