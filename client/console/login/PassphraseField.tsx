// A new passphrase, with its strength in words while it is typed.
import { useState } from 'react';
import { lettersLacking, STRONG_ENOUGH } from '../../../shared/passphrase.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useText } from '../../ui/language.ts';
import { Slot } from '../../ui/Slot.tsx';
import styles from './PassphraseField.module.css';

export function PassphraseField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const text = useText(consoleText).login;
  const [shown, setShown] = useState(false);
  const left = lettersLacking(value);
  return (
    <div className={styles['place']}>
      <Field
        label={text.passphrase}
        hint={text.passphraseHint}
        type={shown ? 'text' : 'password'}
        value={value}
        autoComplete="new-password"
        spellCheck={false}
        live
        onText={onChange}
      />
      <div className={styles['meter']}>
        <span className={styles['slots']} aria-hidden="true">
          {Array.from({ length: STRONG_ENOUGH }, (_, n) => (
            <Slot key={n} state={n < STRONG_ENOUGH - left ? 'filled' : 'empty'} />
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
