// What the open written round is about: units ticked or not, with the reason that goes on record.
import { useState } from 'react';
import { consoleWrittenText } from '../../../shared/text/console/written.ts';
import type { RoundId, SubjectId } from '../../../shared/ids.ts';
import { kindOf } from '../../../shared/meeting/agenda/kinds.ts';
import { subjectOf } from '../../../shared/meeting/agenda/turn.ts';
import type { ShownSubject } from '../../../shared/views/slices/shown.ts';
import { useText } from '../../ui/language.ts';
import { useExpects, useView } from '../parts/console-context.ts';
import { ReasonedForm } from '../parts/ReasonedForm.tsx';
import { UnitChecks } from '../parts/UnitChecks.tsx';
import styles from './WrittenRounds.module.css';

export function RoundSubjects({
  round,
  onClose,
}: {
  readonly round: RoundId;
  readonly onClose: () => void;
}) {
  const words = useText(consoleWrittenText);
  const agenda = useView((view) => view.agenda);
  const rows = useView((view) => view.board.rows);
  const now = useView(
    (view) => view.desk.open.find((one) => one.round === round)?.subjects ?? NONE,
  );
  const [picked, setPicked] = useState(now);
  // The list is sent whole: it must be changed as it was when the form opened.
  const [expects] = useState(useExpects('SetRoundSubjects'));
  const presents = new Set(
    agenda.flatMap(({ item }) => (kindOf(item).presents ? (subjectOf(item) ?? []) : [])),
  );
  const scored = new Set(
    rows.filter((row) => row.round !== round).map(({ subject }) => subject.id),
  );
  const isSame = picked.length === now.length && now.every((id) => picked.includes(id));
  const remark = ({ id, out }: ShownSubject) =>
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
      blocked={picked.length === 0 ? words.none : isSame ? words.same : null}
      command={(reason) => ({ type: 'SetRoundSubjects', round, subjects: picked, reason })}
      expects={expects}
      onClose={onClose}
    >
      <p>{words.changeMeans}</p>
      <UnitChecks
        label={words.find}
        hint={words.chosen(picked.length, now.length)}
        className={styles['units']}
        picked={picked}
        isBarred={({ id, out }) => out !== null || scored.has(id)}
        remark={remark}
        onPick={setPicked}
      />
    </ReasonedForm>
  );
}

const NONE: readonly SubjectId[] = [];
