// The first typing of a paper ballot.
import { useState } from 'react';
import { formAt } from '../../../shared/meeting/round-forms.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { deskText } from '../../../shared/text/desk.ts';
import type { ItemId, RoundId, SeatId, SubjectId } from '../../../shared/ids.ts';
import { useText } from '../../ui/language.ts';
import { useView } from '../parts/console-context.ts';
import { PrintPaper } from '../paper/PrintPaper.tsx';
import { Select } from '../parts/Select.tsx';
import { itemName } from '../stage/rail-rows.ts';
import type { PersonForm } from './DeskForm.tsx';
import { NotNow } from './NotNow.tsx';
import { PaperSheet } from './PaperSheet.tsx';
import styles from './Desk.module.css';

export function EnterPaper({ seat, person, onDone }: PersonForm & { readonly seat: SeatId }) {
  const text = useText(consoleText);
  const words = useText(deskText);
  const { open } = useView((view) => view.desk);
  const subjects = useView((view) => view.subjects);
  const agenda = useView((view) => view.agenda);
  const [chosen, setChosen] = useState<RoundId | null>(null);
  const [picked, setPicked] = useState<SubjectId | null>(null);
  const round = open.find((one) => one.round === chosen) ?? open[0];
  const formOf = (id: SubjectId) => {
    const category = subjects.find((one) => one.id === id)?.category.id;
    return round && category !== undefined ? formAt(round, person.group, category) : null;
  };
  const own =
    round?.subjects.filter((id) => !person.recusals.includes(id) && formOf(id) !== null) ?? [];
  const subject = picked !== null && own.includes(picked) ? picked : own[0];
  const labelOf = (id: ItemId) => {
    const row = agenda.find(({ item }) => item.id === id);
    return row ? itemName(row, text) : '';
  };
  const nameOf = (id: SubjectId) => subjects.find((one) => one.id === id)?.name ?? id;
  const sheet = subject === undefined ? null : formOf(subject);
  if (!round || subject === undefined || !sheet)
    return <NotNow title={words.acts.paper} why={words.paper.noRound} onDone={onDone} />;
  return (
    <section aria-label={words.acts.paper} className={styles['form']}>
      <h4>{words.acts.paper}</h4>
      <p>
        {words.paper.lead} <PrintPaper />
      </p>
      {open.length > 1 && (
        <Select
          label={words.paper.round}
          value={round.round}
          options={open.map((one) => ({ value: one.round, label: labelOf(one.item) }))}
          onChange={setChosen}
        />
      )}
      {own.length > 1 ? (
        <Select
          label={words.paper.unit}
          value={subject}
          options={own.map((id) => ({ value: id, label: nameOf(id) }))}
          onChange={setPicked}
        />
      ) : (
        <p>
          <b>{nameOf(subject)}</b>
        </p>
      )}
      <PaperSheet
        about={`${round.round} ${subject}`}
        sheet={sheet}
        act="EnterPaper"
        label={words.paper.enter}
        said={words.paper.entered}
        command={(choice) => {
          const { round: id, attempt } = round;
          return { type: 'EnterPaper', seat, round: id, attempt, subject, choice };
        }}
        onDone={onDone}
      />
    </section>
  );
}
