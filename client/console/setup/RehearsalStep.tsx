// The rehearsal: a copy to walk through, and the simulated phones that follow it.
import { Link, useLocation } from 'wouter';
import { readinessText } from '../../../shared/text/readiness.ts';
import type { RehearsalRow } from '../../../shared/views/slices/readiness-lines.ts';
import { call } from '../../live/http.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useText } from '../../ui/language.ts';
import { whenIn } from '../../ui/when.ts';
import { useConsole, useMay, useView } from '../parts/console-context.ts';
import { DeleteRehearsal } from '../parts/DeleteRehearsal.tsx';
import { Notice, Remark } from '../parts/Notice.tsx';
import { WayLinks } from '../parts/WayLinks.tsx';
import { useAction } from '../parts/use-action.ts';
import { addressOf } from '../place.ts';
import { RehearsalPhones } from './RehearsalPhones.tsx';
import { StepHeader } from './StepHeader.tsx';
import styles from './Rehearsal.module.css';

export function RehearsalStep() {
  const text = useText(readinessText).rehearsal;
  const { rehearsal } = useView((view) => view.control.stage.meeting);
  return (
    <section className="grid gap-l">
      <StepHeader title={rehearsal ? text.isOne : text.place} lead={text.lead} />
      {rehearsal ? (
        <>
          <RehearsalPhones />
          <Ways />
          <DeleteThis />
        </>
      ) : (
        <>
          <ol className={styles['what']}>
            {text.what.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
          <Make />
        </>
      )}
    </section>
  );
}

function Make() {
  const text = useText(readinessText).rehearsal;
  const language = useLanguage();
  const { code } = useConsole();
  const [, goTo] = useLocation();
  const { waiting, trouble, run } = useAction();
  const line = useView((view) => view.readiness).lines.find(({ id }) => id === 'rehearsal');
  const made = line?.id === 'rehearsal' ? line.rehearsals : [];
  const full = line?.id === 'rehearsal' && line.full;
  const may = useMay('create-meeting');
  return (
    <div className={styles['make']}>
      {made.length > 0 && <Made rows={made} may={may} />}
      {may ? (
        <Button
          kind={made.length === 0 ? 'ink' : 'plain'}
          blocked={full ? text.full : null}
          waiting={waiting}
          onClick={() => {
            const ask = () => call<{ code: string }>(`/m/${code}/api/rehearsal`, { language });
            void run(ask, (answer) => {
              goTo(addressOf(answer.code, 'setup', 'rehearsal'));
            });
          }}
        >
          {made.length === 0 ? text.make : text.again}
        </Button>
      ) : (
        <Remark>{text.moderatorOnly}</Remark>
      )}
      <Notice trouble={trouble} />
    </div>
  );
}

/** Rehearsals there are, newest first: each can be gone into or deleted. */
function Made({
  rows,
  may,
}: {
  readonly rows: readonly RehearsalRow[];
  /** Whether this operator makes and deletes them. */
  readonly may: boolean;
}) {
  const text = useText(readinessText).rehearsal;
  const language = useLanguage();
  const { zone } = useView((view) => view.control.stage.meeting);
  return (
    <div className={styles['made']}>
      <h3>{text.made}</h3>
      <ul>
        {rows.map(({ code, at, held }) => (
          <li key={code}>
            <span className={styles['code']}>{code}</span>
            <span className={styles['when']}>{text.row(whenIn(zone, at, language), held)}</span>
            <Link
              className="tap"
              href={addressOf(code, 'setup', 'rehearsal')}
              aria-label={text.openOne(code)}
            >
              {text.open}
            </Link>
            {may && <DeleteRehearsal code={code} label={text.delete} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Ways() {
  const { rehearsal: text, openScreen } = useText(readinessText);
  const { code } = useConsole();
  return (
    <div className={styles['phones']}>
      <h3>{text.walk}</h3>
      <p>{text.walkHint}</p>
      <WayLinks>
        <Link href={addressOf(code, 'stage')} data-main>
          {text.toStage}
        </Link>
        <a href={`/m/${code}/screen`} target="_blank" rel="noreferrer">
          {openScreen}
        </a>
        <Link href={addressOf(code, 'setup', 'tickets')}>{text.ownPhone}</Link>
      </WayLinks>
    </div>
  );
}

function DeleteThis() {
  const text = useText(readinessText).rehearsal;
  const { code } = useConsole();
  const may = useMay('create-meeting');
  const [, goTo] = useLocation();
  if (!may) return null;
  return (
    <div className={`${styles['make'] ?? ''} ${styles['end'] ?? ''}`}>
      <DeleteRehearsal
        code={code}
        label={text.deleteThis}
        onDone={() => {
          goTo('/console');
        }}
      />
    </div>
  );
}
