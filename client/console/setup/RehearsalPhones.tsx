// Simulated phones of a rehearsal: the button that calls them, how they fare, and their report.
import { useEffect, useState } from 'react';
import { MOST_SIMULATED } from '../../../shared/number-limits.ts';
import type { PhonesNow, PhonesReport } from '../../../shared/rehearsal/phones.ts';
import { report } from '../../../shared/rehearsal/report.ts';
import { readinessText } from '../../../shared/text/readiness.ts';
import { rehearsalPhonesText } from '../../../shared/text/rehearsal-phones.ts';
import { rehearsalReportText } from '../../../shared/text/rehearsal-report.ts';
import { call } from '../../live/http.ts';
import { useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useCommands, useConsole, useMay, useView } from '../parts/console-context.ts';
import { CopyField } from '../parts/CopyField.tsx';
import { Form } from '../parts/Form.tsx';
import { Notice } from '../parts/Notice.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { SureButton } from '../parts/SureButton.tsx';
import { useAction } from '../parts/use-action.ts';
import { useCommands as useProgramNames } from '../parts/use-commands.ts';
import styles from './Rehearsal.module.css';

export function RehearsalPhones() {
  const text = useText(rehearsalPhonesText);
  const phones = useView((view) => view.phones);
  if (!phones) return null;
  const { called, now, report: last } = phones;
  return (
    <div className={styles['phones']}>
      <h3>{text.title}</h3>
      <p>{text.lead}</p>
      {called === null ? <Call again={now !== null} /> : <Here called={called} now={now} />}
      {called === null && now && !now.findings && <Ending failure={now.failure} />}
      {last && <LastReport last={last} isOld={called !== null || !now?.findings} />}
      <FromElsewhere />
    </div>
  );
}

function Call({ again }: { readonly again: boolean }) {
  const text = useText(rehearsalPhonesText);
  const seats = useView((view) => view.phones?.seats ?? 0);
  const pool = useView((view) => view.setup.reviewers);
  const { give, waiting, trouble } = useCommands();
  const [chosen, setChosen] = useState<number | null | undefined>(undefined);
  const phones = chosen === undefined ? Math.min(MOST_SIMULATED, Math.max(1, seats)) : chosen;
  return (
    <Form
      className={styles['call']}
      onSubmit={() => {
        if (phones !== null) void give({ type: 'CallPhones', phones });
      }}
    >
      <NumberField
        label={text.howMany}
        value={phones}
        least={1}
        most={MOST_SIMULATED}
        after={text.behind(seats, pool)}
        onChange={setChosen}
      />
      <ActButton
        act="CallPhones"
        type="submit"
        kind={again ? 'plain' : 'ink'}
        label={again ? text.callAgain : text.call}
        blocked={phones === null ? text.howMany : null}
        waiting={waiting}
      />
      <Notice trouble={trouble} />
    </Form>
  );
}

function Here({ called, now }: { readonly called: number; readonly now: PhonesNow | null }) {
  const text = useText(rehearsalPhonesText);
  const { give, waiting, trouble } = useCommands();
  const note = now === null ? text.coming : now.present === 0 ? text.waiting : null;
  return (
    <section className={styles['call']} aria-label={text.here}>
      {now && <Figures called={called} now={now} />}
      {note !== null && <p role="status">{note}</p>}
      <SureButton
        act="DismissPhones"
        label={text.dismiss}
        waiting={waiting}
        onSure={() => void give({ type: 'DismissPhones' })}
      />
      <Notice trouble={trouble} />
    </section>
  );
}

function Figures({ called, now }: { readonly called: number; readonly now: PhonesNow }) {
  const text = useText(rehearsalPhonesText);
  const { present, connected, voters, figures } = now;
  const refused = figures.refused.reduce((sum, { times }) => sum + times, 0);
  return (
    <dl className={styles['figures']}>
      <div>
        <dt>{text.present}</dt>
        <dd>
          <b>{present}</b> <span className="quiet">{text.ofCalled(called)}</span>
        </dd>
      </div>
      {(
        [
          [text.connected, connected],
          [text.voters, voters],
          [text.acknowledged, figures.acknowledged],
          [text.refused, refused],
        ] as const
      ).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <b>{value}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Ending({ failure }: Pick<PhonesNow, 'failure'>) {
  const text = useText(rehearsalPhonesText);
  return <p role="status">{failure === null ? text.going : text.failed[failure]}</p>;
}

function LastReport({
  last: { figures, findings },
  isOld,
}: {
  readonly last: PhonesReport;
  /** Others have been called since. */
  readonly isOld: boolean;
}) {
  const text = useText(rehearsalPhonesText);
  const words = useText(rehearsalReportText);
  const { lines } = report(figures, findings, words);
  const [verdict, ...rest] = lines;
  return (
    <section className={styles['report']} aria-label={words.report}>
      {isOld && <p className="quiet small">{text.lastTime}</p>}
      <h4>{verdict}</h4>
      <ul>
        {rest.map((line) => (
          <li key={line} data-inner={line.startsWith(' ')}>
            {line.trim()}
          </li>
        ))}
      </ul>
      <p className="quiet small">{text.kept}</p>
    </section>
  );
}

/** The same phones from a terminal: over the hall's network, and more of them. */
function FromElsewhere() {
  const text = useText(rehearsalPhonesText);
  const words = useText(readinessText).rehearsal;
  const { code } = useConsole();
  const may = useMay('IssueTickets');
  const commands = useProgramNames();
  const [url, setUrl] = useState<string | null>(null);
  const { trouble, run } = useAction();
  useEffect(() => {
    if (!may) return;
    void run(
      () => call<{ url: string }>(`/m/${code}/api/rehearsal-link`),
      (answer) => {
        setUrl(answer.url);
      },
    );
  }, [code, may, run]);
  if (!may) return null;
  return (
    <details className={styles['elsewhere']}>
      <summary>{text.terminal}</summary>
      <p>{text.terminalHint}</p>
      {url !== null && commands && (
        <CopyField
          label={words.command}
          value={`${commands.rehearse} --url "${url}" --phones 60`}
          hint={words.commandHint}
        />
      )}
      <Notice trouble={trouble} />
    </details>
  );
}
