// One seat passes to the reserve: who would come, who is passed over, or that nobody can.
import { useState } from 'react';
import { deskText } from '../../../shared/text/desk.ts';
import type { ReviewerId, SubjectId } from '../../../shared/ids.ts';
import type { ReserveRow } from '../../../shared/views/slices/desk-slices.ts';
import { factsOf } from '../../live/kinds.ts';
import { useText } from '../../ui/language.ts';
import { Choice } from '../parts/Choice.tsx';
import { useView } from '../parts/console-context.ts';
import { PassedOver } from './PassedOver.tsx';
import { Select } from '../parts/Select.tsx';
import { NotNow } from './NotNow.tsx';
import { DeskForm, type PersonForm } from './DeskForm.tsx';

export function ReplaceForm({ person, onDone }: PersonForm) {
  const words = useText(deskText);
  const { reserves } = useView((view) => view.desk);
  const { body } = useView((view) => view.control.stage);
  const subjects = useView((view) => view.subjects);
  const { seat, standing } = person;
  const [why, setWhy] = useState<'left' | 'recusal'>('left');
  const [chosen, setChosen] = useState<SubjectId | null>(null);
  const reserve = person.reserve === null ? undefined : reserves[person.reserve];
  if (seat === null) return null;
  if (!reserve) return <NotNow title={words.acts.replace} why={words.notDrawn} onDone={onDone} />;
  const onStage = factsOf(body).subject?.id ?? null;
  const own = subjects.filter(({ id }) => person.recusals.includes(id));
  const isRecusal = why === 'recusal' && standing !== 'absent';
  const subject = isRecusal
    ? ([chosen, onStage].find((id) => own.some((one) => one.id === id)) ?? own[0]?.id)
    : undefined;
  const cause = subject === undefined ? null : ({ why: 'recusal', subject } as const);
  const { next, skipped } = reserve.conflicts.find((one) => one.subject === subject) ?? reserve;
  const whys = words.whys;
  return (
    <DeskForm
      act="ReplaceSeat"
      title={words.acts.replace}
      label={next === null ? words.vacate : words.replaceDo}
      blocked={isRecusal && subject === undefined ? words.noRecusal : null}
      command={(reason) => ({
        type: 'ReplaceSeat',
        seat,
        ...(cause ?? { why: standing === 'absent' ? 'no-show' : 'left' }),
        reason,
        vacant: next === null,
      })}
      onDone={onDone}
    >
      {standing !== 'absent' && (
        <Choice
          label={words.replaceWhy}
          value={why}
          options={{ left: whys.left, recusal: whys.recusal }}
          onChange={setWhy}
          compact
        />
      )}
      {isRecusal &&
        (subject === undefined ? (
          <p>{words.noRecusal}</p>
        ) : (
          <Select
            label={words.recusedFrom}
            value={subject}
            options={own.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosen}
          />
        ))}
      {!(isRecusal && subject === undefined) && <Successor next={next} skipped={skipped} />}
    </DeskForm>
  );
}

/** Who comes, and who stands before them on the list and does not. */
function Successor({ next, skipped }: Pick<ReserveRow, 'next' | 'skipped'>) {
  const words = useText(deskText);
  const people = useView((view) => view.people);
  if (next === null) return <p>{words.nobodyHere}</p>;
  const nameOf = (id: ReviewerId) => people.find(({ reviewer }) => reviewer === id)?.name ?? id;
  const isHere = (id: ReviewerId) => people.some((one) => one.reviewer === id && one.arrived);
  const away = skipped.filter((id) => !isHere(id));
  // Whoever is here and passed over all the same shares the recusal.
  const recused = skipped.filter(isHere);
  return (
    <>
      <p>
        <b>{words.willCome(nameOf(next))}</b>
      </p>
      <PassedOver names={away.map(nameOf)} sentence={words.passedOver} />
      <PassedOver names={recused.map(nameOf)} sentence={words.passedRecused} />
    </>
  );
}
