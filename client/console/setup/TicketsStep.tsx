// One code for each person: issue, then print at once; the codes are shown this one time.
import { useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import type { ReviewerId } from '../../../shared/ids.ts';
import { useText } from '../../ui/language.ts';
import { useView } from '../parts/console-context.ts';
import { Notice, Remark } from '../parts/Notice.tsx';
import { SureButton } from '../parts/SureButton.tsx';
import { deskText } from '../../../shared/text/desk.ts';
import { FindPerson } from '../desk/FindPerson.tsx';
import { AddressChoice, useUsualAddress } from '../tickets/AddressChoice.tsx';
import { useIssuing } from '../tickets/use-issuing.tsx';
import { reviewersOf, type Person } from './choose-people.ts';
import { StepHeader } from './StepHeader.tsx';
import styles from './Tickets.module.css';

interface Choice {
  readonly key: string;
  readonly label: string;
  readonly who: readonly Person[];
  readonly reviewers: 'pool' | readonly ReviewerId[];
}

export function TicketsStep() {
  const text = useText(consoleText);
  const words = text.tickets;
  const desk = useText(deskText);
  const usual = useUsualAddress();
  const [address, setAddress] = useState<string | null>(null);
  const [one, setOne] = useState<ReviewerId | null>(null);
  const { groups } = useView((view) => view.setup);
  const people = reviewersOf(useView((view) => view.people));
  const [key, setKey] = useState('pool');
  const { issue, waiting, trouble, sheets } = useIssuing();
  const those = (id: string, label: string, are: (person: Person) => boolean): Choice => {
    const who = people.filter(are);
    return { key: id, label, who, reviewers: who.map(({ reviewer }) => reviewer) };
  };
  const choices: readonly Choice[] = [
    { key: 'pool', label: words.pool, who: people, reviewers: 'pool' },
    those('seated', words.seated, ({ seat }) => seat !== null),
    ...groups.map(({ id, name }) => those(id, name, ({ group }) => group === id)),
  ];
  const name = people.find(({ reviewer }) => reviewer === one)?.name;
  const person = those('person', name ?? desk.person, ({ reviewer }) => reviewer === one);
  const picking = key === person.key;
  const chosen = picking
    ? person
    : (choices.find((choice) => choice.key === key && choice.who.length > 0) ?? choices[0]);
  const renewed = chosen ? issuedOf(chosen) : 0;
  const count = chosen?.who.length ?? 0;
  return (
    <section>
      <StepHeader title={text.setup.places.tickets} lead={words.lead} />
      <fieldset className={styles['choices']}>
        <legend>{words.forWhom}</legend>
        {[...choices, person].map((choice) => {
          const isNobody = choice !== person && choice.who.length === 0;
          return (
            <label key={choice.key} className={styles['choice']} data-empty={isNobody}>
              <input
                type="radio"
                name="tickets"
                checked={choice === chosen}
                disabled={isNobody}
                onChange={() => {
                  setKey(choice.key);
                }}
              />
              <span className={styles['label']}>{choice.label}</span>
              {choice !== person && (
                <>
                  <span className="quiet">{text.persons(choice.who.length)}</span>
                  <span className="quiet">{words.issued(issuedOf(choice))}</span>
                </>
              )}
            </label>
          );
        })}
        {picking && (
          <div className={styles['pick']}>
            <FindPerson
              key={one}
              label={one === null ? desk.personPick : desk.personOther}
              people={people}
              most={5}
              onChoose={setOne}
            />
          </div>
        )}
      </fieldset>
      <AddressChoice address={address ?? usual} onChoose={setAddress} />
      {renewed > 0 && <Remark>{words.renews(renewed)}</Remark>}
      <div className={styles['go']}>
        <SureButton
          act="IssueTickets"
          kind="ink"
          label={renewed > 0 ? words.reissue(count) : words.issue(count)}
          blocked={count > 0 ? null : picking ? desk.personPick : words.nobody}
          waiting={waiting}
          onSure={() => {
            if (chosen) issue(chosen.reviewers, address ?? usual);
          }}
        />
        <span className="quiet">{words.pages(count, Math.ceil(count / 8))}</span>
      </div>
      <Notice trouble={trouble} />
      {sheets}
    </section>
  );
}

function issuedOf({ who }: Choice): number {
  return who.filter(({ ticket }) => ticket === 'issued').length;
}
