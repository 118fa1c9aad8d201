// The desk: find a person and mend what is wrong with their code or their recusals.
import { useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import type { ReviewerId } from '../../../shared/ids.ts';
import { Field } from '../../ui/Field.tsx';
import { useText } from '../../ui/language.ts';
import { useView } from '../parts/console-context.ts';
import { reviewersOf, searchPeople } from '../setup/choose-people.ts';
import { DeskPerson } from './DeskPerson.tsx';
import styles from './Desk.module.css';

export function Desk({
  chosen,
  onChoose,
}: {
  readonly chosen: ReviewerId | null;
  readonly onChoose: (reviewer: ReviewerId | null) => void;
}) {
  const text = useText(consoleText).desk;
  const people = reviewersOf(useView((view) => view.people));
  const { groups } = useView((view) => view.setup);
  const [words, setWords] = useState('');
  const person = people.find(({ reviewer }) => reviewer === chosen);
  const found = searchPeople(people, words, 6);
  return (
    <section aria-label={text.title} className={styles['desk']}>
      {person ? (
        <DeskPerson
          key={person.reviewer}
          person={person}
          group={groups.find(({ id }) => id === person.group)?.name ?? ''}
          onClose={() => {
            onChoose(null);
          }}
        />
      ) : (
        <>
          <Field
            label={text.search}
            hint={words.trim() !== '' && found.length === 0 ? text.nobody : text.searchHint}
            type="search"
            value={words}
            onChange={(event) => {
              setWords(event.target.value);
            }}
          />
          <ul className={styles['results']}>
            {found.map((one) => (
              <li key={one.reviewer}>
                <button
                  type="button"
                  onClick={() => {
                    onChoose(one.reviewer);
                    setWords('');
                  }}
                >
                  {one.name} <span>{one.reviewer}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
