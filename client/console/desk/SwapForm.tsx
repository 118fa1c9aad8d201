// Two people hold each other's sheets: choose the other, look, swap in one action.
import { useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import { deskText } from '../../../shared/text/desk.ts';
import type { ReviewerId } from '../../../shared/ids.ts';
import { reviewerHolder } from '../../../shared/meeting/people.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { useCommands, useView } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { SureButton } from '../parts/SureButton.tsx';
import { reviewersOf } from '../setup/choose-people.ts';
import type { PersonForm } from './DeskForm.tsx';
import { FindPerson } from './FindPerson.tsx';
import styles from './Desk.module.css';

export function SwapForm({ person, onDone }: PersonForm) {
  const text = useText(consoleText);
  const words = useText(deskText);
  const people = reviewersOf(useView((view) => view.people));
  const [chosen, setChosen] = useState<ReviewerId | null>(null);
  const { give, waiting, trouble } = useCommands();
  const other = people.find(({ reviewer }) => reviewer === chosen);
  return (
    <section aria-label={words.acts.swap} className={styles['form']}>
      <h4>{words.acts.swap}</h4>
      <p>{words.swapLead}</p>
      {other ? (
        <div className={styles['buttons']}>
          <SureButton
            act="SwapTickets"
            kind="ink"
            autoFocus
            label={words.swapDo(person.name, other.name)}
            waiting={waiting}
            onSure={() =>
              void give(
                {
                  type: 'SwapTickets',
                  a: reviewerHolder(person.reviewer),
                  b: reviewerHolder(other.reviewer),
                },
                { done: onDone },
              )
            }
          />
          <Button
            onClick={() => {
              setChosen(null);
            }}
          >
            {words.back}
          </Button>
        </div>
      ) : (
        <>
          <FindPerson
            label={words.swapWith}
            people={people.filter(
              ({ reviewer, ticket }) => ticket === 'issued' && reviewer !== person.reviewer,
            )}
            most={5}
            onChoose={setChosen}
          />
          <div>
            <Button onClick={onDone}>{text.cancel}</Button>
          </div>
        </>
      )}
      <Notice trouble={trouble} />
    </section>
  );
}
