// The one-time link: a name and a passphrase make a member of staff.
import { useState } from 'react';
import { lettersLacking } from '../../../shared/passphrase.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { call } from '../../live/http.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useText } from '../../ui/language.ts';
import { Form } from '../parts/Form.tsx';
import { Notice, Remark } from '../parts/Notice.tsx';
import type { StaffMember } from '../parts/session.ts';
import { useAction } from '../parts/use-action.ts';
import { NarrowPage } from './NarrowPage.tsx';
import { PassphraseField } from './PassphraseField.tsx';
import styles from './NarrowPage.module.css';

export function AcceptInvitation({
  token,
  present,
  onDone,
}: {
  readonly token: string;
  /** Whoever is logged in on this machine already. */
  readonly present: StaffMember | null;
  readonly onDone: () => void;
}) {
  const text = useText(consoleText);
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const { waiting, trouble, run } = useAction();
  const missing =
    name.trim() === ''
      ? text.login.nameMissing
      : lettersLacking(passphrase) > 0
        ? text.login.passphraseShort(lettersLacking(passphrase))
        : null;
  return (
    <NarrowPage title={text.login.acceptTitle}>
      <p>{text.login.acceptLead}</p>
      {present && <Remark>{text.login.alreadyIn(present.name)}</Remark>}
      <Form
        className={styles['form']}
        onSubmit={() => {
          const body = { token, name: name.trim(), passphrase };
          void run(() => call('/api/staff/accept', body), onDone);
        }}
      >
        <Field
          label={text.login.name}
          hint={text.login.nameHint}
          value={name}
          maxLength={60}
          autoComplete="username"
          autoFocus
          live
          onText={setName}
        />
        <PassphraseField value={passphrase} onChange={setPassphrase} />
        <Notice trouble={trouble} />
        <Button type="submit" kind="ink" large blocked={missing} waiting={waiting}>
          {text.login.accept}
        </Button>
      </Form>
      <div className={styles['aside']}>
        <Button onClick={onDone}>
          {present ? text.login.stay(present.name) : text.login.toLogIn}
        </Button>
      </div>
    </NarrowPage>
  );
}
