// One code for each person, or for each unit: issue, then print at once; the codes are shown this one time.
import { useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import { deskText } from '../../../shared/text/desk.ts';
import { unitsText } from '../../../shared/text/console/units.ts';
import type { ReviewerId, SubjectId } from '../../../shared/ids.ts';
import type { PersonRow } from '../../../shared/views/slices/desk-slices.ts';
import { useText } from '../../ui/language.ts';
import { useView } from '../parts/console-context.ts';
import { Notice, Remark } from '../parts/Notice.tsx';
import { Select } from '../parts/Select.tsx';
import { SureButton } from '../parts/SureButton.tsx';
import { FindPerson } from '../desk/FindPerson.tsx';
import { AddressChoice, useUsualAddress } from '../tickets/AddressChoice.tsx';
import { useIssuing, type ForWhom } from '../tickets/use-issuing.tsx';
import { reviewersOf, type Person } from './choose-people.ts';
import { StepHeader } from './StepHeader.tsx';
import styles from './Tickets.module.css';

interface Choice {
  readonly key: string;
  readonly label: string;
  readonly who: readonly Pick<PersonRow, 'ticket'>[];
  readonly forWhom: ForWhom;
  /** One of them, who is chosen below. */
  readonly single?: true;
}

export function TicketsStep() {
  const text = useText(consoleText);
  const words = text.tickets;
  const units = useText(unitsText).tickets;
  const desk = useText(deskText);
  const usual = useUsualAddress();
  const [address, setAddress] = useState<string | null>(null);
  const people = usePeopleChoices();
  const ofUnits = useUnitChoices();
  const [key, setKey] = useState('pool');
  const { issue, waiting, trouble, sheets } = useIssuing();
  const all = [...people.choices, ...ofUnits.choices];
  const chosen =
    all.find((choice) => choice.key === key && (choice.single || choice.who.length > 0)) ?? all[0];
  const isOfUnits = chosen !== undefined && ofUnits.choices.includes(chosen);
  const renewed = chosen ? issuedOf(chosen) : 0;
  const count = chosen?.who.length ?? 0;
  const says = isOfUnits ? units : words;
  const first = isOfUnits ? units.pickFirst : desk.personPick;
  const rows = (choices: readonly Choice[], counted: (n: number) => string) =>
    choices.map((choice) => {
      const isNobody = !choice.single && choice.who.length === 0;
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
          {!choice.single && (
            <>
              <span className="quiet">{counted(choice.who.length)}</span>
              <span className="quiet">{words.issued(issuedOf(choice))}</span>
            </>
          )}
        </label>
      );
    });
  return (
    <section>
      <StepHeader title={text.setup.places.tickets} lead={words.lead} />
      <fieldset className={styles['choices']}>
        <legend>{words.forWhom}</legend>
        {rows(people.choices, text.persons)}
        {key === 'person' && <div className={styles['pick']}>{people.pick}</div>}
      </fieldset>
      {ofUnits.choices.length > 0 && (
        <fieldset className={styles['choices']}>
          <legend>{units.units}</legend>
          <p className="quiet">{units.lead}</p>
          {rows(ofUnits.choices, units.count)}
          {key === 'unit' && <div className={styles['pick']}>{ofUnits.pick}</div>}
        </fieldset>
      )}
      <AddressChoice address={address ?? usual} onChoose={setAddress} />
      {renewed > 0 && <Remark>{says.renews(renewed)}</Remark>}
      <div className={styles['go']}>
        <SureButton
          act="IssueTickets"
          kind="ink"
          label={renewed > 0 ? says.reissue(count) : says.issue(count)}
          blocked={count > 0 ? null : chosen?.single ? first : says.nobody}
          waiting={waiting}
          onSure={() => {
            if (chosen) issue(chosen.forWhom, address ?? usual);
          }}
        />
        <span className="quiet">{words.pages(count, Math.ceil(count / 8))}</span>
      </div>
      <Notice trouble={trouble} />
      {sheets}
    </section>
  );
}

function usePeopleChoices() {
  const words = useText(consoleText).tickets;
  const desk = useText(deskText);
  const [one, setOne] = useState<ReviewerId | null>(null);
  const { groups } = useView((view) => view.setup);
  const people = reviewersOf(useView((view) => view.people));
  const those = (key: string, label: string, are: (person: Person) => boolean): Choice => {
    const who = people.filter(are);
    return { key, label, who, forWhom: { reviewers: who.map(({ reviewer }) => reviewer) } };
  };
  const name = people.find(({ reviewer }) => reviewer === one)?.name;
  const inPool = groups.filter(({ pool }) => pool > 0);
  const choices: readonly Choice[] = [
    { key: 'pool', label: words.pool, who: people, forWhom: { reviewers: 'pool' } },
    those('seated', words.seated, ({ seat }) => seat !== null),
    ...inPool.map(({ id, name: label }) => those(`g/${id}`, label, ({ group }) => group === id)),
    {
      ...those('person', name ?? desk.person, ({ reviewer }) => reviewer === one),
      single: true,
    },
  ];
  const pick = (
    <FindPerson
      key={one}
      label={one === null ? desk.personPick : desk.personOther}
      people={people}
      most={5}
      onChoose={setOne}
    />
  );
  return { choices, pick };
}

/** No choice at all before the list of units is there. */
function useUnitChoices() {
  const words = useText(unitsText).tickets;
  const [one, setOne] = useState<SubjectId | ''>('');
  const subjects = useView((view) => view.subjects);
  const { units: held } = useView((view) => view.desk);
  const units = held.flatMap((row) => {
    const subject = subjects.find(({ id }) => id === row.unit);
    return subject && subject.out === null ? [{ ...row, subject }] : [];
  });
  type Unit = (typeof units)[number];
  const those = (key: string, label: string, are: (unit: Unit) => boolean): Choice => {
    const who = units.filter(are);
    return { key, label, who, forWhom: { units: who.map(({ unit }) => unit) } };
  };
  const categories = new Map(units.map(({ subject: { category } }) => [category.id, category]));
  const choices: readonly Choice[] =
    units.length === 0
      ? []
      : [
          { key: 'units', label: words.all, who: units, forWhom: { units: 'all' } },
          those('units-seated', words.seated, ({ seat }) => seat !== null),
          ...[...categories.values()].map(({ id, name }) =>
            those(`c/${id}`, name, ({ subject }) => subject.category.id === id),
          ),
          { ...those('unit', words.one, ({ unit }) => unit === one), single: true },
        ];
  const pick = (
    <Select<SubjectId | ''>
      label={words.pick}
      value={one}
      options={[
        { value: '', label: '' },
        ...units.map(({ unit, subject }) => ({ value: unit, label: subject.name })),
      ]}
      onChange={setOne}
    />
  );
  return { choices, pick };
}

function issuedOf({ who }: Choice): number {
  return who.filter(({ ticket }) => ticket === 'issued').length;
}
