// One seat passes to the reserve: who would come, who is passed over, or that nobody can.
import { useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import { deskText } from '../../../shared/text/desk.ts';
import { useText } from '../../ui/language.ts';
import { Choice } from '../parts/Choice.tsx';
import { useView } from '../parts/console-context.ts';
import type { Person } from '../setup/choose-people.ts';
import { NotNow } from './NotNow.tsx';
import { DeskForm } from './DeskForm.tsx';
import styles from './Desk.module.css';

export function ReplaceForm({
  person,
  onDone,
}: {
  readonly person: Person;
  readonly onDone: () => void;
}) {
  const text = useText(consoleText);
  const words = useText(deskText);
  const { reserves } = useView((view) => view.desk);
  const people = useView((view) => view.people);
  const { seat, standing } = person;
  const [why, setWhy] = useState<'left' | 'recusal'>('left');
  const reserve = person.reserve === null ? undefined : reserves[person.reserve];
  if (seat === null) return null;
  if (!reserve) return <NotNow title={words.acts.replace} why={words.notDrawn} onDone={onDone} />;
  const nameOf = (id: string) => people.find(({ reviewer }) => reviewer === id)?.name ?? id;
  const vacant = reserve.next === null;
  const whys = words.whys;
  return (
    <DeskForm
      title={words.acts.replace}
      label={vacant ? words.vacate : words.replaceDo}
      command={(reason) => ({
        type: 'ReplaceSeat',
        seat,
        why: standing === 'absent' ? 'no-show' : why,
        reason,
        vacant,
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
      {reserve.next === null ? (
        <p>{words.nobodyHere}</p>
      ) : (
        <>
          <p>
            <b>{words.willCome(nameOf(reserve.next))}</b>
          </p>
          {reserve.skipped.length > 0 && (
            <p className={styles['facts']}>
              {words.passedOver(reserve.skipped.map(nameOf).join(text.and))}
            </p>
          )}
        </>
      )}
    </DeskForm>
  );
}
