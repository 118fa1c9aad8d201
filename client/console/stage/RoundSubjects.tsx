// What the open written round is about: units ticked or not, with the reason that goes on record.
import { useState } from 'react';
import { consoleWrittenText } from '../../../shared/text/console/written.ts';
import type { RoundId, SubjectId } from '../../../shared/ids.ts';
import { kindOf } from '../../../shared/meeting/agenda/kinds.ts';
import { subjectOf } from '../../../shared/meeting/agenda/turn.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { Field } from '../../ui/Field.tsx';
import { useText } from '../../ui/language.ts';
import { useExpects, useView } from '../parts/console-context.ts';
import { ReasonedForm } from '../parts/ReasonedForm.tsx';
import styles from './WrittenRounds.module.css';

export function RoundSubjects({
  round,
  onClose,
}: {
  readonly round: RoundId;
  readonly onClose: () => void;
}) {
  const words = useText(consoleWrittenText);
  const subjects = useView((view) => view.subjects);
  const agenda = useView((view) => view.agenda);
  const rows = useView((view) => view.board.rows);
  const now = useView(
    (view) => view.desk.open.find((one) => one.round === round)?.subjects ?? NONE,
  );
  const [picked, setPicked] = useState<ReadonlySet<SubjectId>>(() => new Set(now));
  const [search, setSearch] = useState('');
  // The list is sent whole: it must be changed as it was when the form opened.
  const [expects] = useState(useExpects('SetRoundSubjects'));
  const presents = new Set(
    agenda.flatMap(({ item }) => (kindOf(item).presents ? (subjectOf(item) ?? []) : [])),
  );
  const scored = new Set(
    rows.filter((row) => row.round !== round).map(({ subject }) => subject.id),
  );
  const query = search.normalize('NFKC').trim().toLowerCase();
  const listed = subjects.filter(({ name }) =>
    name.normalize('NFKC').toLowerCase().includes(query),
  );
  const isSame = picked.size === now.length && now.every((id) => picked.has(id));
  const remark = (id: SubjectId, out: string | null) =>
    out !== null
      ? words.out
      : scored.has(id)
        ? words.scored
        : presents.has(id)
          ? words.onStage
          : '';
  return (
    <ReasonedForm
      name={words.change}
      className={styles['change']}
      act="SetRoundSubjects"
      label={words.save}
      blocked={picked.size === 0 ? words.none : isSame ? words.same : null}
      command={(reason) => ({
        type: 'SetRoundSubjects',
        round,
        subjects: subjects.flatMap(({ id }) => (picked.has(id) ? [id] : [])),
        reason,
      })}
      expects={expects}
      onClose={onClose}
    >
      <p>{words.changeMeans}</p>
      <Field
        label={words.find}
        type="search"
        value={search}
        hint={words.chosen(picked.size, now.length)}
        onText={setSearch}
      />
      <ul className={styles['units']}>
        {listed.map(({ id, name, category, out }) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={picked.has(id)}
                disabled={(out !== null || scored.has(id)) && !picked.has(id)}
                onChange={() => {
                  setPicked((before) => toggled(before, id));
                }}
              />
              <CategoryMark {...category} label={category.name} />
              <span className="grow slim">{name}</span>
              <small className="quiet">{remark(id, out)}</small>
            </label>
          </li>
        ))}
      </ul>
    </ReasonedForm>
  );
}

const NONE: readonly SubjectId[] = [];

function toggled(before: ReadonlySet<SubjectId>, id: SubjectId): ReadonlySet<SubjectId> {
  const after = new Set(before);
  if (!after.delete(id)) after.add(id);
  return after;
}
