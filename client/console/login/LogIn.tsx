// Staff who have a name and a passphrase, before any page of theirs is open.
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import { Remark } from '../parts/Notice.tsx';
import { NarrowPage } from './NarrowPage.tsx';
import { LogInForm } from './LogInForm.tsx';
import styles from './NarrowPage.module.css';

/** What prints one more link for a moderator, at the server's own terminal. */
const STAFF_LINK = 'npm start -- --staff-link';

export function LogIn({ fresh, onDone }: { readonly fresh: boolean; readonly onDone: () => void }) {
  const text = useText(consoleText);
  if (fresh)
    return (
      <NarrowPage title={text.login.freshTitle}>
        <p>{text.login.fresh}</p>
      </NarrowPage>
    );
  return (
    <NarrowPage title={text.login.logInTitle}>
      <LogInForm onDone={onDone} />
      <div className={styles['aside']}>
        <Remark>
          {text.login.noPassphrase.before} <code>{STAFF_LINK}</code>
          {text.login.noPassphrase.after}
        </Remark>
      </div>
    </NarrowPage>
  );
}
