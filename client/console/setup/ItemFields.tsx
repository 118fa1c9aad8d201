// The fields that forms of kinds are put together from: each sets what an item of any kind with it holds.
import { useId } from 'react';
import { consoleAgendaText } from '../../../shared/text/console/agenda.ts';
import { consoleText } from '../../../shared/text/console.ts';
import type { CategoryId, SubjectId } from '../../../shared/ids.ts';
import type { Kind, ScoreSettings } from '../../../shared/meeting/agenda/item.ts';
import { Field } from '../../ui/Field.tsx';
import { useText } from '../../ui/language.ts';
import { TypedArea } from '../../ui/TypedInput.tsx';
import { useView } from '../parts/console-context.ts';
import { Select } from '../parts/Select.tsx';
import { MinutesField } from './MinutesField.tsx';
import { ScoreFields } from './ScoreFields.tsx';
import styles from './Agenda.module.css';

interface Of<I> {
  readonly item: I;
  readonly onChange: (item: I) => void;
}

export function Title<I extends { readonly title: string }>({ item, onChange }: Of<I>) {
  const words = useText(consoleAgendaText);
  return (
    <div className={styles['cardTitle']}>
      <Field
        label={words.cardTitle}
        value={item.title}
        maxLength={120}
        error={item.title.trim() === '' ? words.cardTitleMissing : null}
        live
        onText={(title) => {
          onChange({ ...item, title });
        }}
      />
    </div>
  );
}

export function Lines<I extends { readonly text: string }>({ item, onChange }: Of<I>) {
  const words = useText(consoleAgendaText);
  const id = useId();
  return (
    <div className={styles['cardText']}>
      <label className="bold" htmlFor={id}>
        {words.cardText}
      </label>
      <TypedArea
        id={id}
        value={item.text}
        maxLength={2000}
        rows={3}
        live
        onText={(text) => {
          onChange({ ...item, text });
        }}
      />
    </div>
  );
}

/** A choice among the units that take part. */
function UnitSelect({
  value,
  onChange,
}: {
  readonly value: SubjectId;
  readonly onChange: (subject: SubjectId) => void;
}) {
  const { unit } = useText(consoleText).agenda;
  const subjects = useView((view) => view.subjects);
  return (
    <Select
      label={unit}
      value={value}
      options={subjects
        .filter(({ id, out }) => out === null || id === value)
        .map(({ id, name }) => ({ value: id, label: `${id} ${name}` }))}
      onChange={onChange}
    />
  );
}

export function Unit<I extends { readonly subject: SubjectId }>({ item, onChange }: Of<I>) {
  return (
    <UnitSelect
      value={item.subject}
      onChange={(subject) => {
        onChange({ ...item, subject });
      }}
    />
  );
}

/** The one unit of a list that has no other. */
export function OnlyUnit<I extends { readonly subjects: readonly [SubjectId] }>({
  item,
  onChange,
}: Of<I>) {
  return (
    <UnitSelect
      value={item.subjects[0]}
      onChange={(subject) => {
        onChange({ ...item, subjects: [subject] });
      }}
    />
  );
}

export function Minutes<I extends { readonly kind: Kind; readonly seconds: number }>({
  item,
  onChange,
}: Of<I>) {
  const { agenda, kinds } = useText(consoleText);
  return (
    <MinutesField
      label={agenda.minutesOf(kinds[item.kind])}
      seconds={item.seconds}
      onChange={(seconds) => {
        onChange({ ...item, seconds });
      }}
    />
  );
}

export function Scored<I extends ScoreSettings>({ item, onChange }: Of<I>) {
  return (
    <ScoreFields
      score={item}
      onChange={(score) => {
        // An absent field replaces one that was there.
        const { closes: _, who: __, ...rest } = item;
        onChange({ ...rest, ...score } as I);
      }}
    />
  );
}

const ALL = '';

/** One category, or all where it has none. */
export function OneCategory<I extends { readonly category?: CategoryId }>({
  item,
  onChange,
}: Of<I>) {
  const words = useText(consoleAgendaText);
  const categories = useView((view) => view.setup.categories);
  return (
    <Select<string>
      label={words.category}
      value={item.category ?? ALL}
      options={[
        { value: ALL, label: words.boardAll },
        ...categories.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(value) => {
        const { category: _, ...rest } = item;
        const chosen = categories.find(({ id }) => id === value);
        onChange({ ...rest, ...(chosen && { category: chosen.id }) } as I);
      }}
    />
  );
}
