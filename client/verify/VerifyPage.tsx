// Where anyone checks a draw: a file, a paste or a link goes in, and each step is computed again on this device.
import { useId, useState } from 'react';
import { commonText } from '../../shared/text/common.ts';
import { verifyText, type VerifyText } from '../../shared/text/verify.ts';
import { FileDrop } from '../parts/FileDrop.tsx';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/language.ts';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { Field } from '../ui/Field.tsx';
import { Seal } from '../ui/Seal.tsx';
import { useTitle } from '../ui/title.ts';
import { TypedArea } from '../ui/TypedInput.tsx';
import type { Outcome } from './check-text.ts';
import { CheckedFile } from './CheckedFile.tsx';
import { seenOf, type Seen } from './seen.ts';
import { useCheck, type Checking } from './use-checking.ts';
import { useScript } from './use-script.ts';
import styles from './Verify.module.css';

export function VerifyPage() {
  const text = useText(verifyText);
  const common = useText(commonText);
  const { checking, checkText, checkFile } = useCheck();
  const [seen, setSeen] = useState(() => new URLSearchParams(location.search).get('lock') ?? '');
  useTitle(text.title);
  const outcome = checking.phase === 'found' ? checking.outcome : null;
  const compared = seenOf(seen, outcome?.ok ? outcome.file.draws : []);
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <Seal label={common.title} />
        <h1 className="grow">{text.title}</h1>
        <LanguageSwitch />
      </header>
      <main className={styles['main']}>
        <p>{text.lead}</p>
        <div role="status" className={styles['status']}>
          {statusText(checking, text)}
        </div>
        {outcome?.ok && (
          <CheckedFile
            file={outcome.file}
            checked={outcome.checked}
            seenWrong={compared.is === 'differs'}
          >
            <SeenField seen={seen} compared={compared} onSeen={setSeen} />
          </CheckedFile>
        )}
        <Giving
          isAgain={outcome?.ok === true}
          link={checking.phase === 'found' ? checking.link : null}
          onText={checkText}
          onFile={checkFile}
        />
        <Script />
      </main>
    </div>
  );
}

/** What is under way, or why nothing can be checked. */
function statusText(checking: Checking, text: VerifyText): string | null {
  switch (checking.phase) {
    case 'idle':
      return null;
    case 'fetching':
      return text.fetching;
    case 'working':
      return text.working(checking.percent);
    case 'trouble':
      return checking.why === 'unreadable' ? text.flaws.unreadable : text[checking.why];
    case 'found':
      return checking.outcome.ok ? null : flawText(checking.outcome, text);
    default:
      return checking satisfies never;
  }
}

function flawText(outcome: Extract<Outcome, { readonly ok: false }>, text: VerifyText): string {
  switch (outcome.code) {
    case 'too-long':
      return text.flaws['too-long'];
    case 'json': {
      const { flaw, line, column } = outcome;
      const where = flaw === 'empty' || flaw === 'cut' ? '' : text.where(line, column);
      return where + text.json[flaw];
    }
    case 'proof': {
      const { flaw } = outcome;
      if (flaw.code === 'version') return text.flaws.version(flaw.form);
      return flaw.code === 'shape' ? text.flaws.shape(flaw.place) : text.flaws['not-a-proof'];
    }
    default:
      return outcome satisfies never;
  }
}

/** The digits that somebody photographed or wrote down: the one thing that no file can prove. */
function SeenField({
  seen,
  compared,
  onSeen,
}: {
  readonly seen: string;
  readonly compared: Seen;
  readonly onSeen: (seen: string) => void;
}) {
  const text = useText(verifyText);
  const differs = compared.is === 'differs' ? text.seenDiffers(compared.digit) : null;
  const hints = {
    none: text.seenHint,
    short: compared.is === 'short' ? text.seenShort(compared.count) : '',
    same: text.seenSame,
    differs: '',
  };
  return (
    <Field
      label={text.seen}
      value={seen}
      onText={onSeen}
      live
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      hint={hints[compared.is]}
      error={differs}
    />
  );
}

function Giving({
  isAgain,
  link,
  onText,
  onFile,
}: {
  readonly isAgain: boolean;
  readonly link: string | null;
  readonly onText: (text: string) => void;
  readonly onFile: (file: File) => void;
}) {
  const text = useText(verifyText);
  const id = useId();
  const [pasted, setPasted] = useState('');
  const isEmpty = pasted.trim() === '';
  return (
    <section className={styles['giving']}>
      <FileDrop
        label={text.drop}
        hint={text.openedOffline}
        accept="application/json,.json"
        barred={null}
        onFiles={([file]) => {
          onFile(file);
        }}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isEmpty) onText(pasted);
        }}
      >
        <label className="bold" htmlFor={id}>
          {text.paste}
        </label>
        <TypedArea
          id={id}
          className={styles['paste']}
          value={pasted}
          onText={setPasted}
          live
          rows={4}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
        />
        <Button type="submit" kind="ink" blocked={isEmpty ? text.nothingPasted : null}>
          {isAgain ? text.checkAgain : text.check}
        </Button>
      </form>
      {link !== null && (
        <p>
          <a className="tap" href={link}>
            {text.link}
          </a>
        </p>
      )}
    </section>
  );
}

function Script() {
  const text = useText(verifyText);
  const address = useScript();
  return (
    <p className={styles['script']}>
      <a className="tap" href={address} download="verify-draw.mjs">
        {text.script}
      </a>
      <small>{text.scriptHint}</small>
    </p>
  );
}
