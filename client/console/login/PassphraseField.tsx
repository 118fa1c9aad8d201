// A new passphrase, with its length in words while it is typed.
import { useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useText } from '../../ui/language.ts';
import { Slot } from '../../ui/Slot.tsx';
import styles from './PassphraseField.module.css';

/** BALLOTS.md §3; the server decides. */
export const PASSPHRASE_LENGTH = 15;

export function PassphraseField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const text = useText(consoleText).login;
  const [shown, setShown] = useState(false);
  const left = PASSPHRASE_LENGTH - value.length;
  return (
    <div className={styles['place']}>
      <Field
        label={text.passphrase}
        hint={text.passphraseHint(PASSPHRASE_LENGTH)}
        type={shown ? 'text' : 'password'}
        value={value}
        autoComplete="new-password"
        spellCheck={false}
        live
        onText={onChange}
      />
      <div className={styles['meter']}>
        <span className={styles['slots']} aria-hidden="true">
          {Array.from({ length: PASSPHRASE_LENGTH }, (_, n) => (
            <Slot key={n} state={n < value.length ? 'filled' : 'empty'} />
          ))}
        </span>
        <span role="status">{left > 0 ? text.passphraseShort(left) : text.passphraseEnough}</span>
      </div>
      <div>
        <Button
          onClick={() => {
            setShown(!shown);
          }}
        >
          {shown ? text.hide : text.show}
        </Button>
      </div>
    </div>
  );
}
