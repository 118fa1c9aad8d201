// The rehearsal: a copy to walk through, and the simulated phones that follow it.
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { consoleText } from '../../../shared/text/console.ts';
import { readinessText } from '../../../shared/text/readiness.ts';
import { call } from '../../live/http.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useText } from '../../ui/language.ts';
import { useConsole, useView } from '../parts/console-context.ts';
import { CopyField } from '../parts/CopyField.tsx';
import { Notice } from '../parts/Notice.tsx';
import { useAction } from '../parts/use-action.ts';
import { StepHead } from './StepHead.tsx';
import styles from './Rehearsal.module.css';

export function RehearsalStep() {
  const text = useText(readinessText).rehearsal;
  const { rehearsal } = useView((view) => view.control.stage.meeting);
  return (
    <section className={styles['step']}>
      <StepHead title={rehearsal ? text.isOne : text.place} lead={text.lead} />
      <ol className={styles['what']}>
        {text.what.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      {rehearsal ? <Phones /> : <Make />}
    </section>
  );
}

function Make() {
  const text = useText(readinessText).rehearsal;
  const words = useText(consoleText);
  const language = useLanguage();
  const { code, staff } = useConsole();
  const [, goTo] = useLocation();
  const { busy, trouble, run } = useAction();
  const line = useView((view) => view.readiness).lines.find(({ id }) => id === 'rehearsal');
  const made = line?.id === 'rehearsal' ? line.code : null;
  return (
    <div className={styles['make']}>
      {made !== null && (
        <p>
          {text.made(made)} <Link href={`/m/${made}/console?step=rehearsal`}>{text.open}</Link>
        </p>
      )}
      <Button
        kind={made === null ? 'ink' : 'plain'}
        blocked={staff.role === 'moderator' ? null : text.moderatorOnly}
        waiting={busy ? words.sending : null}
        onClick={() => {
          const asked = run(() => call<{ code: string }>(`/api/m/${code}/rehearsal`, { language }));
          void asked.then((answer) => {
            if (answer) goTo(`/m/${answer.code}/console?step=rehearsal`);
          });
        }}
      >
        {made === null ? text.make : text.again}
      </Button>
      <Notice trouble={trouble} />
    </div>
  );
}

function Phones() {
  const text = useText(readinessText).rehearsal;
  const { code, staff } = useConsole();
  const [url, setUrl] = useState<string | null>(null);
  const { trouble, run } = useAction();
  useEffect(() => {
    // A supervisor changes nothing, and tickets least of all.
    if (staff.role === 'supervisor') return;
    const asked = run(() => call<{ url: string }>(`/api/m/${code}/rehearsal-link`));
    void asked.then((answer) => {
      if (answer) setUrl(answer.url);
    });
  }, [code, staff.role, run]);
  return (
    <div className={styles['phones']}>
      <h3>{text.phones}</h3>
      <p>{text.phonesHint}</p>
      {url !== null && (
        <CopyField
          label={text.command}
          value={`npm run rehearse -- --url "${url}" --phones 60`}
          hint={text.commandHint}
        />
      )}
      <Notice trouble={trouble} />
    </div>
  );
}
