// Staff who have a name and a passphrase, before any page of theirs is open.
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import { Remark } from '../parts/Notice.tsx';
import { Door } from './Door.tsx';
import { LogInForm } from './LogInForm.tsx';
import styles from './Door.module.css';

/** What prints one more link for a moderator, at the server's own terminal. */
const STAFF_LINK = 'npm start -- --staff-link';

export function LogIn({ fresh, onDone }: { readonly fresh: boolean; readonly onDone: () => void }) {
  const text = useText(consoleText);
  if (fresh)
    return (
      <Door title={text.door.freshTitle}>
        <p>{text.door.fresh}</p>
      </Door>
    );
  return (
    <Door title={text.door.logInTitle}>
      <LogInForm onDone={onDone} />
      <div className={styles['aside']}>
        <Remark>
          {text.door.noPassphrase.before} <code>{STAFF_LINK}</code>
          {text.door.noPassphrase.after}
        </Remark>
      </div>
    </Door>
  );
}
