// The first typing of a paper ballot.
import { useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import { deskText } from '../../../shared/text/desk.ts';
import type { ItemId, RoundId, SeatId, SubjectId } from '../../../shared/ids.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useCommands, useView } from '../parts/console-context.ts';
import { PrintPaper } from '../paper/PrintPaper.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Select } from '../parts/Select.tsx';
import type { Person } from '../setup/choose-people.ts';
import { itemName } from '../stage/rail-rows.ts';
import { NotNow } from './NotNow.tsx';
import { choiceOf, NOTHING_TYPED } from './paper-choice.ts';
import { PaperSheet } from './PaperSheet.tsx';
import styles from './Desk.module.css';

export function EnterPaper({
  seat,
  person,
  onDone,
}: {
  readonly seat: SeatId;
  readonly person: Person;
  readonly onDone: () => void;
}) {
  const text = useText(consoleText);
  const words = useText(deskText);
  const { open } = useView((view) => view.desk);
  const subjects = useView((view) => view.subjects);
  const agenda = useView((view) => view.agenda);
  const [chosen, setChosen] = useState<RoundId | null>(null);
  const [picked, setPicked] = useState<SubjectId | null>(null);
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [entered, setEntered] = useState(false);
  const { give, busy, trouble } = useCommands();
  const round = open.find((one) => one.round === chosen) ?? open[0];
  const own = round?.subjects.filter((id) => !person.recusals.includes(id)) ?? [];
  const subject = picked !== null && own.includes(picked) ? picked : own[0];
  const labelOf = (id: ItemId) => {
    const row = agenda.find(({ item }) => item.id === id);
    return row ? itemName(row, text) : '';
  };
  const nameOf = (id: SubjectId) => subjects.find((one) => one.id === id)?.name ?? id;
  if (!round || subject === undefined)
    return <NotNow title={words.acts.paper} why={words.paper.noRound} onDone={onDone} />;
  const done = choiceOf(round.sheet, typed);
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
          options={open.map((one) => ({
            value: one.round,
            label: labelOf(one.item),
          }))}
          onChange={(id) => {
            setChosen(id as RoundId);
            setTyped(NOTHING_TYPED);
          }}
        />
      )}
      {own.length > 1 ? (
        <Select
          label={words.paper.unit}
          value={subject}
          options={own.map((id) => ({ value: id, label: nameOf(id) }))}
          onChange={(id) => {
            setPicked(id as SubjectId);
            setTyped(NOTHING_TYPED);
          }}
        />
      ) : (
        <p>
          <b>{nameOf(subject)}</b>
        </p>
      )}
      <PaperSheet
        key={`${round.round} ${subject}`}
        sheet={round.sheet}
        typed={typed}
        onType={(next) => {
          setTyped(next);
          setEntered(false);
        }}
      />
      <div className={styles['buttons']}>
        <ActButton
          act="EnterPaper"
          kind="ink"
          label={words.paper.enter}
          blocked={
            'missing' in done
              ? words.paper.incomplete(done.missing)
              : 'wrong' in done
                ? words.paper.wrong
                : null
          }
          waiting={busy ? text.sending : null}
          onClick={() => {
            if (!('choice' in done)) return;
            const { round: id, attempt } = round;
            void give({ type: 'EnterPaper', seat, round: id, attempt, subject, ...done }).then(
              (ok) => {
                if (!ok) return;
                setTyped(NOTHING_TYPED);
                setEntered(true);
              },
            );
          }}
        />
        <Button onClick={onDone}>{entered ? words.back : text.cancel}</Button>
      </div>
      {entered && <p role="status">{words.paper.entered}</p>}
      <Notice trouble={trouble} />
    </section>
  );
}
