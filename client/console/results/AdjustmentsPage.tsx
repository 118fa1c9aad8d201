// Bonuses and deductions: entered by one with reason and evidence, decided by another; and vetoes.
import { useState } from 'react';
import type { SubjectId } from '../../../shared/ids.ts';
import { outcomeText } from '../../../shared/text/outcome.ts';
import type { ResultPage, ShownAdjustment } from '../../../shared/views/slices/result-slices.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { Field } from '../../ui/Field.tsx';
import { useLanguage, useText } from '../../ui/language.ts';
import { Slot } from '../../ui/Slot.tsx';
import { dateTimeIn } from '../minutes/dates.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useCommands, useView } from '../parts/console-context.ts';
import { Form } from '../parts/Form.tsx';
import { Notice } from '../parts/Notice.tsx';
import { ReasonAct } from '../parts/ReasonAct.tsx';
import { Select } from '../parts/Select.tsx';
import { DateField } from './DateField.tsx';
import { DeclareVeto, VetoLine } from './Vetoes.tsx';
import styles from './Outcome.module.css';

export function AdjustmentsPage({ page }: { readonly page: ResultPage }) {
  const text = useText(outcomeText);
  const { adjustments, vetoes, plan } = page;
  const kinds = plan?.kinds ?? [];
  return (
    <div className={styles['page']}>
      <h2>{text.pages.adjust}</h2>
      {kinds.length === 0 ? <p className="soft">{text.noKinds}</p> : <Declare page={page} />}
      {adjustments.length === 0 && <p className="soft">{text.none}</p>}
      <ol className={styles['entries']}>
        {adjustments.map((entry) => (
          <li key={entry.id}>
            <Entry entry={entry} />
          </li>
        ))}
      </ol>
      <h3>{text.vetoes}</h3>
      {vetoes.length === 0 && <p className="soft">{text.noVetoes}</p>}
      <ol className={styles['entries']}>
        {vetoes.map((veto) => (
          <li key={veto.id}>
            <VetoLine veto={veto} />
          </li>
        ))}
      </ol>
      <DeclareVeto grades={plan?.grades?.names ?? []} />
    </div>
  );
}

function Declare({ page: { plan } }: { readonly page: ResultPage }) {
  const text = useText(outcomeText);
  const subjects = useView((view) => view.subjects);
  const kinds = plan?.kinds ?? [];
  const [subject, setSubject] = useState<SubjectId | null>(null);
  const [kind, setKind] = useState('');
  const [points, setPoints] = useState('');
  const [date, setDate] = useState('');
  const [event, setEvent] = useState('');
  const [tags, setTags] = useState('');
  const [carried, setCarried] = useState(false);
  const [reason, setReason] = useState('');
  const [evidence, setEvidence] = useState('');
  const { give, waiting, trouble } = useCommands();
  const of = subject ?? subjects[0]?.id ?? null;
  const ofKind = kinds.some(({ id }) => id === kind) ? kind : (kinds[0]?.id ?? '');
  const lacks =
    of === null ? text.unit : points === '' ? text.points : date === '' ? text.date : null;
  const send = () => {
    if (of === null) return;
    void give(
      {
        ...{ type: 'DeclareAdjustment', subject: of, kind: ofKind, points: points.trim(), date },
        ...{ event: event.trim(), carried, reason, evidence },
        tags: tags.split(/[、,，;；]+/u).flatMap((tag) => (tag.trim() === '' ? [] : [tag.trim()])),
      },
      {
        done: () => {
          for (const clear of [setPoints, setEvent, setTags, setReason, setEvidence]) clear('');
          setCarried(false);
        },
      },
    );
  };
  return (
    <details className={styles['declare']}>
      <summary>{text.declare}</summary>
      <Form aria-label={text.declare} className={styles['form']}>
        <Select
          label={text.unit}
          value={of ?? ''}
          options={subjects.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setSubject}
        />
        <Select
          label={text.kind}
          value={ofKind}
          options={kinds.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setKind}
        />
        <Field
          label={text.points}
          value={points}
          inputMode="decimal"
          autoComplete="off"
          maxLength={12}
          live
          onText={setPoints}
        />
        <DateField label={text.date} value={date} onChange={setDate} />
        <Field
          label={text.event}
          hint={text.eventHint}
          value={event}
          autoComplete="off"
          maxLength={40}
          onText={setEvent}
        />
        <Field
          label={text.tags}
          hint={text.tagsHint}
          value={tags}
          autoComplete="off"
          maxLength={120}
          onText={setTags}
        />
        <Field
          label={text.reason}
          value={reason}
          autoComplete="off"
          maxLength={400}
          live
          onText={setReason}
        />
        <Field
          label={text.evidence}
          hint={text.evidenceHint}
          value={evidence}
          autoComplete="off"
          maxLength={400}
          live
          onText={setEvidence}
        />
        <label className="row gap-s">
          <input
            type="checkbox"
            checked={carried}
            onChange={(change) => {
              setCarried(change.target.checked);
            }}
          />
          {text.carried}
        </label>
        <ActButton
          act="DeclareAdjustment"
          kind="ink"
          label={text.submit}
          blocked={lacks}
          waiting={waiting}
          onClick={send}
        />
        <Notice trouble={trouble} />
      </Form>
    </details>
  );
}

function Entry({ entry }: { readonly entry: ShownAdjustment }) {
  const text = useText(outcomeText);
  const language = useLanguage();
  const zone = useView((view) => view.control.stage.meeting.zone);
  const { give, waiting, trouble } = useCommands();
  const { id, subject, kind, sign, points, worth, state, as, own, declared, decided } = entry;
  const signed = sign === 'bonus' ? text.plus : text.minus;
  const when = (at: number) => dateTimeIn(zone, language, at);
  const isWaiting = state === 'declared';
  const isOut = state === 'rejected' || state === 'cancelled' || (as !== null && as !== 'counted');
  return (
    <article className={styles['entry']} data-out={isOut}>
      <header>
        <CategoryMark {...subject.category} label={subject.category.name} />
        <b>{subject.name}</b>
        <span>{kind}</span>
        <b className={styles['points']}>
          {worth !== null && Number(worth) !== Number(points)
            ? text.withTags(signed(points), signed(worth))
            : signed(points)}
        </b>
      </header>
      <p>{[entry.event, entry.reason, ...entry.tags].filter((one) => one !== '').join('，')}</p>
      <p className="soft">
        {entry.date} {entry.evidence}
      </p>
      <p>
        <Slot state={isWaiting ? 'waiting' : isOut ? 'empty' : 'filled'} /> {text.states[state]}
        {as !== null && state === 'confirmed' && <>，{text.counts[as]}</>}
      </p>
      <ul className="soft small">
        <li>{text.declaredBy(declared.by, when(declared.at))}</li>
        {decided.map((act, n) => (
          <li key={n}>
            {text.actBy(text.states[act.state], act.by, when(act.at))} {act.reason}
          </li>
        ))}
      </ul>
      {isWaiting && own && <p className="soft">{text.ownEntry}</p>}
      {isWaiting && !own && (
        <div className="flex wrap gap-m">
          <ActButton
            act="ConfirmAdjustment"
            label={text.confirm}
            waiting={waiting}
            onClick={() => void give({ type: 'ConfirmAdjustment', adjustment: id, reason: '' })}
          />
          <ReasonAct
            act="RejectAdjustment"
            label={text.reject}
            what={text.rejectWhat}
            aboutPerson
            command={(reason) => ({ type: 'RejectAdjustment', adjustment: id, reason })}
          />
        </div>
      )}
      <Notice trouble={trouble} />
      {state === 'confirmed' && sign === 'deduction' && <MadeGood id={id} />}
    </article>
  );
}

function MadeGood({ id }: { readonly id: string }) {
  const text = useText(outcomeText);
  const [date, setDate] = useState('');
  return (
    <ReasonAct
      act="CancelAdjustment"
      label={text.cancel}
      what={text.cancelWhat}
      aboutPerson
      command={(reason) =>
        date === '' ? null : { type: 'CancelAdjustment', adjustment: id, date, reason }
      }
    >
      <DateField label={text.cancelDate} value={date} onChange={setDate} />
    </ReasonAct>
  );
}
