// Name and passphrase, on a page of their own or over a page whose session is over.
import { useEffect, useRef, useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import { call } from '../../live/http.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useText } from '../../ui/language.ts';
import { Form } from '../parts/Form.tsx';
import { Notice } from '../parts/Notice.tsx';
import { troubleOf, type Trouble } from '../parts/trouble.ts';
import styles from './NarrowPage.module.css';

export function LogInForm({
  known = '',
  onDone,
}: {
  /** Who was logged in here: only the passphrase is left to type. */
  readonly known?: string;
  readonly onDone: () => void;
}) {
  const text = useText(consoleText);
  const [name, setName] = useState(known);
  const [passphrase, setPassphrase] = useState('');
  // Apart from the page's own actions: what was refused there stays beside it while somebody logs in.
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    first.current?.focus();
  }, []);
  const logIn = async () => {
    setBusy(true);
    const answer = await call('/api/staff/login', { name: name.trim(), passphrase });
    setBusy(false);
    setTrouble(troubleOf(answer));
    if (answer.ok) onDone();
  };
  return (
    <Form
      className={styles['form']}
      onSubmit={() => {
        if (!busy) void logIn();
      }}
    >
      <Field
        label={text.login.name}
        value={name}
        autoComplete="username"
        {...(known === '' ? { ref: first } : {})}
        live
        onText={setName}
      />
      <Field
        label={text.login.passphrase}
        type="password"
        value={passphrase}
        autoComplete="current-password"
        {...(known === '' ? {} : { ref: first })}
        live
        onText={setPassphrase}
      />
      <Notice trouble={trouble} />
      <Button
        type="submit"
        kind="ink"
        large
        blocked={name.trim() === '' || passphrase === '' ? text.login.bothMissing : null}
        waiting={busy ? text.sending : null}
      >
        {text.login.logIn}
      </Button>
    </Form>
  );
}
