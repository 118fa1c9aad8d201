// A supervisor's one act: keep a number on this device before the lock, and open it once the phones' words are closed.
import { useState } from 'react';
import { consoleSaltText } from '../../../shared/text/console/salt.ts';
import { plainDigits } from '../../../shared/typed-number.ts';
import type { KeptSaltView } from '../../../shared/views/slices/staff-slices.ts';
import { factsOf } from '../../live/kinds.ts';
import { Field } from '../../ui/Field.tsx';
import { useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useCommands, useConsole, useView } from '../parts/console-context.ts';
import { CopyField } from '../parts/CopyField.tsx';
import { Notice } from '../parts/Notice.tsx';
import { SureButton } from '../parts/SureButton.tsx';
import { isServersOwn, makeSalt, saltBehind } from './kept-salts.ts';
import styles from './SaltBox.module.css';
import box from './StepBox.module.css';

export function SaltBox({ salt }: { readonly salt: KeptSaltView }) {
  const words = useText(consoleSaltText);
  const { code } = useConsole();
  const { body } = useView((view) => view.control.stage);
  const { give, waiting, trouble } = useCommands();
  const [typed, setTyped] = useState('');
  const { item, draw, commit, keeper, phase } = salt;
  const mine = commit === null ? null : saltBehind(code, commit);
  const number = plainDigits(typed).normalize('NFKC').toLowerCase().replace(/\s/g, '');
  const stray = /[^0-9a-f]/u.exec(number);
  const hash = factsOf(body).draw?.words?.hash ?? null;
  const mayKeep = phase === 'wanted' || (phase === 'kept' && mine === null);
  const acts = mayKeep || phase === 'due';
  const ownMachine = mayKeep && isServersOwn(location.hostname);
  const button = { large: true, wide: true, waiting };
  return (
    <section aria-label={words.label} className={box['box']}>
      <div className={`${box['what'] ?? ''} ${acts ? '' : (styles['whole'] ?? '')}`}>
        <p className="quiet bold small">{words.label}</p>
        <h2 className={box['title']}>{words.titles[phase]}</h2>
        {phase === 'wanted' && <p>{words.wanted}</p>}
        {phase === 'due' && <p>{words.due}</p>}
        {(phase === 'kept' || phase === 'locked') && (
          <p>{mine === null ? words.elsewhere(keeper ?? '') : words.here}</p>
        )}
        {ownMachine && <p className={styles['own']}>{words.ownMachineMeans}</p>}
      </div>
      {acts && (
        <div className={box['act']}>
          {phase === 'due' ? (
            <SureButton
              act="OpenSalt"
              {...button}
              kind="seal"
              label={words.open}
              blocked={
                mine === null && (number.length !== 64 || stray)
                  ? words.incomplete(number.length)
                  : null
              }
              onSure={() => {
                if (draw !== null) void give({ type: 'OpenSalt', draw, salt: mine ?? number });
              }}
            />
          ) : (
            <ActButton
              act="KeepSalt"
              {...button}
              kind={phase === 'wanted' ? 'ink' : 'plain'}
              label={phase === 'wanted' ? words.keep : words.keepHere}
              blocked={ownMachine ? words.ownMachine : null}
              onClick={() => void give({ type: 'KeepSalt', item, commit: makeSalt(code) })}
            />
          )}
        </div>
      )}
      {phase === 'due' && (
        <div className={box['form']}>
          {hash !== null && (
            <p>
              {words.wordsHash}
              <code className={styles['hash']}>{hash.match(/.{4}/g)?.join(' ')}</code>
            </p>
          )}
          {mine === null && (
            <Field
              label={words.type}
              hint={words.typeHint}
              error={stray && words.stray(stray.index + 1, stray[0])}
              value={typed}
              autoComplete="off"
              spellCheck={false}
              maxLength={200}
              onText={setTyped}
            />
          )}
        </div>
      )}
      {mine !== null && phase !== 'due' && (
        <details key={commit} className={box['form']}>
          <summary>{words.note}</summary>
          <CopyField label={words.secret} value={mine} hint={words.secretHint} />
        </details>
      )}
      <div className={box['notice']}>
        <Notice trouble={trouble} />
      </div>
    </section>
  );
}
