// Vetoes: a grade that is capped, or no place, whatever the total.
import { useState } from 'react';
import type { SubjectId } from '../../../shared/ids.ts';
import { outcomeText } from '../../../shared/text/outcome.ts';
import type { ShownVeto } from '../../../shared/views/slices/result-slices.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { useLanguage, useText } from '../../ui/language.ts';
import { dateTimeIn } from '../minutes/dates.ts';
import { useView } from '../parts/console-context.ts';
import { ReasonAct } from '../parts/ReasonAct.tsx';
import { Select } from '../parts/Select.tsx';
import styles from './Outcome.module.css';

export function VetoLine({
  veto: { id, subject, worst, reason, by, at },
}: {
  readonly veto: ShownVeto;
}) {
  const text = useText(outcomeText);
  const language = useLanguage();
  const zone = useView((view) => view.control.stage.meeting.zone);
  return (
    <article className={styles['entry']}>
      <header>
        <CategoryMark {...subject.category} label={subject.category.name} />
        <b>{subject.name}</b>
        <span>{worst === null ? text.unranked : text.worst(worst)}</span>
      </header>
      <p>{reason}</p>
      <p className="soft small">{text.declaredBy(by, dateTimeIn(zone, language, at))}</p>
      <ReasonAct
        act="LiftVeto"
        label={text.lift}
        what={text.liftWhat}
        aboutPerson
        command={(why) => ({ type: 'LiftVeto', veto: id, reason: why })}
      />
    </article>
  );
}

export function DeclareVeto({ grades }: { readonly grades: readonly string[] }) {
  const text = useText(outcomeText);
  const subjects = useView((view) => view.subjects);
  const [subject, setSubject] = useState<SubjectId | null>(null);
  const [worst, setWorst] = useState('');
  const of = subject ?? subjects[0]?.id ?? null;
  return (
    <ReasonAct
      act="DeclareVeto"
      label={text.veto}
      what={text.vetoWhat}
      aboutPerson
      command={(reason) =>
        of === null
          ? null
          : { type: 'DeclareVeto', subject: of, worst: worst === '' ? null : worst, reason }
      }
    >
      <Select
        label={text.unit}
        value={of ?? ''}
        options={subjects.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setSubject}
      />
      <Select
        label={text.effect}
        value={worst}
        options={[
          { value: '', label: text.unranked },
          ...grades.slice(1).map((grade) => ({ value: grade, label: text.worst(grade) })),
        ]}
        onChange={setWorst}
      />
    </ReasonAct>
  );
}
