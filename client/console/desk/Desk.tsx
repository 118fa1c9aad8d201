// The desk's search: by name, id, group or seat; then one person and what can be done for them.
import { useState } from 'react';
import { deskText } from '../../../shared/text/desk.ts';
import type { ReviewerId } from '../../../shared/ids.ts';
import { useText } from '../../ui/language.ts';
import { useView } from '../parts/console-context.ts';
import { reviewersOf } from '../setup/choose-people.ts';
import { DeskPerson } from './DeskPerson.tsx';
import { FindPerson } from './FindPerson.tsx';
import styles from './Desk.module.css';

export function Desk({
  chosen,
  onChoose,
}: {
  readonly chosen: ReviewerId | null;
  readonly onChoose: (reviewer: ReviewerId | null) => void;
}) {
  const text = useText(deskText);
  const people = reviewersOf(useView((view) => view.people));
  const person = people.find(({ reviewer }) => reviewer === chosen);
  const [seen, setSeen] = useState(false);
  return (
    <section aria-label={text.tab} className={styles['desk']}>
      {person ? (
        <DeskPerson
          key={person.reviewer}
          person={person}
          onClose={() => {
            setSeen(true);
            onChoose(null);
          }}
        />
      ) : (
        <FindPerson
          label={text.find}
          people={people}
          most={12}
          autoFocus={seen}
          onChoose={onChoose}
        />
      )}
    </section>
  );
}
