// Whom this person may not score, and one more.
import { useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import type { SubjectId } from '../../../shared/ids.ts';
import { factsOf } from '../../live/kinds.ts';
import { useText } from '../../ui/language.ts';
import { useCommands, useView } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { Select } from '../parts/Select.tsx';
import { SureButton } from '../parts/SureButton.tsx';
import type { Person } from '../setup/choose-people.ts';
import styles from './Desk.module.css';

export function Recusals({ person }: { readonly person: Person }) {
  const text = useText(consoleText);
  const words = text.desk;
  const { body } = useView((view) => view.control.stage);
  const subjects = useView((view) => view.subjects);
  const present = factsOf(body).subject?.id ?? null;
  const [chosen, setChosen] = useState<SubjectId | null>(null);
  const subject = chosen ?? present ?? subjects[0]?.id;
  const { give, waiting, trouble } = useCommands();
  const names = subjects.filter(({ id }) => person.recusals.includes(id)).map(({ name }) => name);
  if (subject === undefined) return null;
  return (
    <>
      <p className="quiet small">
        {names.length === 0 ? words.noRecusals : words.recusals(names.join(text.and))}
      </p>
      <div className={styles['recusal']}>
        <Select
          label={words.recuseFrom}
          value={subject}
          options={subjects.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setChosen}
        />
        <SureButton
          act="DeclareRecusal"
          label={words.recuse}
          blocked={person.recusals.includes(subject) ? words.recused : null}
          waiting={waiting}
          onSure={() => void give({ type: 'DeclareRecusal', reviewer: person.reviewer, subject })}
        />
      </div>
      <Notice trouble={trouble} />
    </>
  );
}
