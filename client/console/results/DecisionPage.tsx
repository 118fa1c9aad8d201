// How far the result is decided: computed, checked, reviewed, settled, published, final; what changed; what it entails.
import { useState } from 'react';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import type { ApprovalStage } from '../../../shared/meeting/result/outcome.ts';
import { outcomeText } from '../../../shared/text/outcome.ts';
import { planFlawText } from '../../../shared/text/refusals/result.ts';
import type {
  ResultPage,
  ShownApproval,
  ShownOutcome,
  ShownStep,
} from '../../../shared/views/slices/result-slices.ts';
import { Field } from '../../ui/Field.tsx';
import { useLanguage, useText } from '../../ui/language.ts';
import { Slot } from '../../ui/Slot.tsx';
import { dateTimeIn } from '../minutes/dates.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useCommands, useView } from '../parts/console-context.ts';
import { Form } from '../parts/Form.tsx';
import { Notice, Remark } from '../parts/Notice.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { ReasonAct } from '../parts/ReasonAct.tsx';
import { SureButton } from '../parts/SureButton.tsx';
import { DateField } from './DateField.tsx';
import styles from './Outcome.module.css';

type StepName = 'computed' | 'checked' | ApprovalStage | 'published' | 'final';
const STEPS: readonly StepName[] = [
  ...(['computed', 'checked', 'reviewed', 'settled', 'published', 'final'] as const),
];

export function DecisionPage({ page }: { readonly page: ResultPage }) {
  const text = useText(outcomeText);
  const language = useLanguage();
  const { outcome, changes, flaw } = page;
  const taken = (name: StepName) => stepIn(outcome, name);
  const next = STEPS.find((name) => taken(name) === null);
  return (
    <div className={styles['page']}>
      <h2>{text.pages.decide}</h2>
      <p className="soft">{text.decideLead}</p>
      {flaw && <Remark>{text.contradicts(flaw.name, planFlawText[language][flaw.flaw])}</Remark>}
      <ol className={styles['steps']}>
        {STEPS.map((name) => (
          <Step key={name} name={name} taken={taken(name)} isNext={name === next} />
        ))}
      </ol>
      {outcome && !outcome.current && <Remark>{text.changed(changes.length)}</Remark>}
      <NextAct page={page} next={next} />
      {changes.length > 0 && <Changes page={page} />}
      {page.consequences.length > 0 && <Consequences page={page} />}
    </div>
  );
}

function stepIn(outcome: ShownOutcome | null, name: StepName): ShownStep | null {
  if (!outcome) return null;
  if (name === 'reviewed' || name === 'settled') return outcome.approvals[name];
  return outcome[name];
}

function Step({
  name,
  taken,
  isNext,
}: {
  readonly name: StepName;
  readonly taken: ShownStep | ShownApproval | null;
  readonly isNext: boolean;
}) {
  const text = useText(outcomeText);
  const language = useLanguage();
  const zone = useView((view) => view.control.stage.meeting.zone);
  return (
    <li aria-current={isNext ? 'step' : undefined}>
      <Slot state={taken ? 'filled' : isNext ? 'now' : 'empty'} />
      <b>{text.steps[name]}</b>
      <span className="soft">
        {taken ? `${taken.by} ${dateTimeIn(zone, language, taken.at)}` : text.notYet}
      </span>
      {taken && 'body' in taken && (
        <span>{text.approvedBy(taken.body, taken.date, taken.document)}</span>
      )}
      {taken && 'days' in taken && <span>{text.publishedFor(Number(taken.days))}</span>}
    </li>
  );
}

function NextAct({
  page,
  next,
}: {
  readonly page: ResultPage;
  readonly next: StepName | undefined;
}) {
  const text = useText(outcomeText);
  const { outcome } = page;
  const { give, waiting, trouble } = useCommands();
  const compute = (label: string) => (
    <ActButton
      act="ComputeResult"
      kind="ink"
      label={label}
      waiting={waiting}
      onClick={() => void give({ type: 'ComputeResult' })}
    />
  );
  const { hash = '' } = outcome ?? {};
  return (
    <div className={styles['acts']}>
      {!outcome && compute(text.compute)}
      {outcome && !outcome.current && !outcome.final && compute(text.again)}
      {outcome?.current && next === 'checked' && (
        <>
          {outcome.own && <p className="soft">{text.ownResult}</p>}
          <SureButton
            act="CheckResult"
            kind="ink"
            label={text.check}
            blocked={outcome.own ? text.ownResult : null}
            waiting={waiting}
            onSure={() => void give({ type: 'CheckResult', hash })}
          />
        </>
      )}
      {outcome?.current && (next === 'reviewed' || next === 'settled') && (
        <Approve key={next} stage={next} hash={hash} />
      )}
      {outcome?.current && next === 'published' && <Publish hash={hash} />}
      {outcome?.current && next === 'final' && (
        <SureButton
          act="FinishResult"
          kind="ink"
          label={text.finish}
          waiting={waiting}
          onSure={() => void give({ type: 'FinishResult', hash })}
        />
      )}
      {outcome && !outcome.published && (
        <ReasonAct
          act="ReturnResult"
          label={text.back}
          what={text.backWhat}
          command={(reason) => ({ type: 'ReturnResult', hash, reason })}
        />
      )}
      <Notice trouble={trouble} />
    </div>
  );
}

function Approve({ stage, hash }: { readonly stage: ApprovalStage; readonly hash: string }) {
  const text = useText(outcomeText);
  const [body, setBody] = useState('');
  const [date, setDate] = useState('');
  const [document, setDocument] = useState('');
  const { give, waiting, trouble } = useCommands();
  const lacks =
    body.trim() === ''
      ? text.body
      : date === ''
        ? text.date
        : document.trim() === ''
          ? text.document
          : null;
  const command = (): StaffCommand => ({
    ...{ type: 'ApproveResult', hash, stage, body, date, document },
  });
  return (
    <Form aria-label={text.approve[stage]} className={styles['form']}>
      <Field
        label={text.body}
        hint={text.bodyHint}
        value={body}
        autoComplete="off"
        maxLength={120}
        live
        onText={setBody}
      />
      <DateField label={text.date} value={date} onChange={setDate} />
      <Field
        label={text.document}
        hint={text.documentHint}
        value={document}
        autoComplete="off"
        maxLength={120}
        live
        onText={setDocument}
      />
      <ActButton
        act="ApproveResult"
        kind="ink"
        label={text.approve[stage]}
        blocked={lacks}
        waiting={waiting}
        onClick={() => void give(command())}
      />
      <Notice trouble={trouble} />
    </Form>
  );
}

function Publish({ hash }: { readonly hash: string }) {
  const text = useText(outcomeText);
  const [days, setDays] = useState<number | null>(5);
  const { give, waiting, trouble } = useCommands();
  return (
    <div className={styles['form']}>
      <NumberField label={text.days} value={days} least={1} most={60} onChange={setDays} />
      <SureButton
        act="PublishResult"
        kind="seal"
        label={text.publish}
        blocked={days === null ? text.days : null}
        waiting={waiting}
        onSure={() => {
          if (days !== null) void give({ type: 'PublishResult', hash, days });
        }}
      />
      <Notice trouble={trouble} />
    </div>
  );
}

function Changes({ page: { changes } }: { readonly page: ResultPage }) {
  const text = useText(outcomeText);
  const told = (one: (typeof changes)[number]['before']) =>
    one
      ? [one.total ?? '—', one.rank === null ? '—' : String(one.rank), one.grade ?? '']
          .filter((part) => part !== '')
          .join(' · ')
      : text.noResult;
  return (
    <section aria-label={text.changes}>
      <h3>{text.changes}</h3>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{text.unit}</th>
            <th scope="col">{text.before}</th>
            <th scope="col">{text.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ subject, name, before, after }) => (
            <tr key={subject}>
              <th scope="row">{name}</th>
              <td>{told(before)}</td>
              <td>{told(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Consequences({ page: { consequences } }: { readonly page: ResultPage }) {
  const text = useText(outcomeText);
  return (
    <section aria-label={text.consequences}>
      <h3>{text.consequences}</h3>
      <dl className={styles['consequences']}>
        {consequences.map(({ kind, n, grade, units }, place) => (
          <div key={place}>
            <dt>
              {kind === 'last'
                ? text.last(n)
                : kind === 'repeated'
                  ? text.repeated(n, grade)
                  : text.staffShare}
            </dt>
            <dd>
              {units.length === 0
                ? text.nobody
                : units
                    .map(({ name, count }) => (count === null ? name : text.people(name, count)))
                    .join('、')}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
