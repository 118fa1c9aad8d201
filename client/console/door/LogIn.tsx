// Staff who have a name and a passphrase.
import { useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import { call } from '../../live/http.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useText } from '../../ui/language.ts';
import { Notice, Remark } from '../parts/Notice.tsx';
import { useAction } from '../parts/use-action.ts';
import { Door } from './Door.tsx';
import styles from './Door.module.css';

/** What prints one more link for a moderator, at the server's own terminal. */
const STAFF_LINK = 'npm start -- --staff-link';

export function LogIn({ fresh, onDone }: { readonly fresh: boolean; readonly onDone: () => void }) {
  const text = useText(consoleText);
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const { busy, trouble, run } = useAction();
  if (fresh)
    return (
      <Door title={text.door.freshTitle}>
        <p>{text.door.fresh}</p>
      </Door>
    );
  return (
    <Door title={text.door.logInTitle}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void run(() => call('/api/staff/login', { name: name.trim(), passphrase })).then(
            (answer) => {
              if (answer) onDone();
            },
          );
        }}
      >
        <Field
          label={text.door.name}
          value={name}
          autoComplete="username"
          autoFocus
          live
          onText={setName}
        />
        <Field
          label={text.door.passphrase}
          type="password"
          value={passphrase}
          autoComplete="current-password"
          live
          onText={setPassphrase}
        />
        <Notice trouble={trouble} instead={{ 'not-allowed': text.door.wrong }} />
        <Button
          type="submit"
          kind="ink"
          large
          blocked={name.trim() === '' || passphrase === '' ? text.door.bothMissing : null}
          waiting={busy ? text.sending : null}
        >
          {text.door.logIn}
        </Button>
      </form>
      <div className={styles['aside']}>
        <Remark>
          {text.door.noPassphrase.before} <code>{STAFF_LINK}</code>
          {text.door.noPassphrase.after}
        </Remark>
      </div>
    </Door>
  );
}
