// A supervisor's one act: keep a number on this device before the lock, and open it once the phones' words are closed.
import { useState } from 'react';
import { consoleSaltText } from '../../../shared/text/console/salt.ts';
import { consoleText } from '../../../shared/text/console.ts';
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
import styles from './SaltCard.module.css';
import card from './StepCard.module.css';

export function SaltCard({ salt }: { readonly salt: KeptSaltView }) {
  const words = useText(consoleSaltText);
  const { code } = useConsole();
  const { body } = useView((view) => view.control.stage);
  const { give, busy, trouble } = useCommands();
  const [typed, setTyped] = useState('');
  const { item, draw, commit, keeper, phase } = salt;
  const mine = commit === null ? null : saltBehind(code, commit);
  const number = plainDigits(typed).normalize('NFKC').toLowerCase().replace(/\s/g, '');
  const stray = /[^0-9a-f]/u.exec(number);
  const hash = factsOf(body).draw?.words?.hash ?? null;
  const mayKeep = phase === 'wanted' || (phase === 'kept' && mine === null);
  const acts = mayKeep || phase === 'due';
  const ownMachine = mayKeep && isServersOwn(location.hostname);
  return (
    <section aria-label={words.label} className={card['card']}>
      <div className={`${card['what'] ?? ''} ${acts ? '' : (styles['whole'] ?? '')}`}>
        <p className="quiet bold small">{words.label}</p>
        <h2 className={card['title']}>{words.titles[phase]}</h2>
        {phase === 'wanted' && <p>{words.wanted}</p>}
        {phase === 'due' && <p>{words.due}</p>}
        {(phase === 'kept' || phase === 'locked') && (
          <p>{mine === null ? words.elsewhere(keeper ?? '') : words.here}</p>
        )}
        {ownMachine && <p className={styles['own']}>{words.ownMachineMeans}</p>}
      </div>
      {acts && (
        <Act
          phase={phase}
          blocked={
            ownMachine
              ? words.ownMachine
              : phase === 'due' && mine === null && (number.length !== 64 || stray)
                ? words.incomplete(number.length)
                : null
          }
          busy={busy}
          onKeep={() => void give({ type: 'KeepSalt', item, commit: makeSalt(code) })}
          onOpen={() => {
            if (draw !== null) void give({ type: 'OpenSalt', draw, salt: mine ?? number });
          }}
        />
      )}
      {phase === 'due' && (
        <div className={card['form']}>
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
        <details key={commit} className={card['form']}>
          <summary>{words.note}</summary>
          <CopyField label={words.secret} value={mine} hint={words.secretHint} />
        </details>
      )}
      <div className={card['notice']}>
        <Notice trouble={trouble} />
      </div>
    </section>
  );
}

function Act({
  phase,
  blocked,
  busy,
  onKeep,
  onOpen,
}: {
  readonly phase: KeptSaltView['phase'];
  readonly blocked: string | null;
  readonly busy: boolean;
  readonly onKeep: () => void;
  readonly onOpen: () => void;
}) {
  const text = useText(consoleText);
  const words = useText(consoleSaltText);
  const common = {
    act: phase === 'due' ? 'OpenSalt' : 'KeepSalt',
    large: true,
    wide: true,
    blocked,
    waiting: busy ? text.sending : null,
  } as const;
  return (
    <div className={card['act']}>
      {phase === 'due' ? (
        <SureButton {...common} kind="seal" label={words.open} onSure={onOpen} />
      ) : (
        <ActButton
          {...common}
          kind={phase === 'wanted' ? 'ink' : 'plain'}
          label={phase === 'wanted' ? words.keep : words.keepHere}
          onClick={onKeep}
        />
      )}
    </div>
  );
}
