// Staff who have a name and a passphrase, before any page of theirs is open.
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import { Remark } from '../parts/Notice.tsx';
import { useCommands } from '../parts/use-commands.ts';
import { NarrowPage } from './NarrowPage.tsx';
import { LogInForm } from './LogInForm.tsx';
import styles from './NarrowPage.module.css';

export function LogIn({ fresh, onDone }: { readonly fresh: boolean; readonly onDone: () => void }) {
  const text = useText(consoleText);
  const commands = useCommands();
  if (fresh)
    return (
      <NarrowPage title={text.login.freshTitle}>
        <p>{text.login.fresh}</p>
      </NarrowPage>
    );
  return (
    <NarrowPage title={text.login.logInTitle}>
      <LogInForm onDone={onDone} />
      {commands && (
        <div className={styles['aside']}>
          <Remark>
            {text.login.noPassphrase.before} <code>{commands.start} --staff-link</code>
            {text.login.noPassphrase.after}
          </Remark>
        </div>
      )}
    </NarrowPage>
  );
}
