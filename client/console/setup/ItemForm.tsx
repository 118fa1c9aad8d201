// The settings of one item, by its kind.
import { consoleText } from '../../../shared/text/console.ts';
import type { Item, ItemOf, SourceKind } from '../../../shared/meeting/state.ts';
import type { SubjectId } from '../../../shared/ids.ts';
import { useText } from '../../ui/language.ts';
import { useView } from '../parts/console-context.ts';
import { Choice } from '../parts/Choice.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { Select } from '../parts/Select.tsx';
import { MinutesField } from './MinutesField.tsx';
import { ScoreFields } from './ScoreFields.tsx';
import styles from './Agenda.module.css';

export function ItemForm({
  item,
  onChange,
}: {
  readonly item: Item;
  readonly onChange: (item: Item) => void;
}) {
  const text = useText(consoleText).agenda;
  switch (item.kind) {
    case 'check-in':
    case 'board':
      return null;
    case 'draw':
      return <DrawForm item={item} onChange={onChange} />;
    case 'presentation':
      return (
        <div className={styles['settings']}>
          <UnitSelect
            value={item.subject}
            onChange={(subject) => {
              onChange({ ...item, subject });
            }}
          />
          <MinutesField
            label={text.presentationMinutes}
            seconds={item.seconds}
            onChange={(seconds) => {
              onChange({ ...item, seconds });
            }}
          />
        </div>
      );
    case 'score':
      return (
        <div className={styles['settings']}>
          <UnitSelect
            value={item.subjects[0] ?? ''}
            onChange={(subject) => {
              onChange({ ...item, subjects: [subject] });
            }}
          />
          <ScoreFields
            score={item}
            onChange={(score) => {
              onChange({ ...item, ...score });
            }}
          />
        </div>
      );
  }
}

function DrawForm({
  item,
  onChange,
}: {
  readonly item: ItemOf<'draw'>;
  readonly onChange: (item: Item) => void;
}) {
  const text = useText(consoleText);
  const words = text.agenda;
  const { follow, sources } = item;
  const all: readonly SourceKind[] = ['dice10', 'salt'];
  return (
    <div className={styles['settings']}>
      <Choice
        label={words.purpose}
        value={item.purpose}
        options={text.purposes}
        onChange={(purpose) => {
          onChange({ ...item, purpose });
        }}
      />
      <NumberField
        label={words.take}
        min={1}
        value={item.take}
        onChange={(take) => {
          if (take !== null) onChange({ ...item, take });
        }}
      />
      <fieldset className={styles['sources']}>
        <legend>{words.sources}</legend>
        {all.map((source) => (
          <label key={source}>
            <input
              type="checkbox"
              checked={sources.includes(source)}
              onChange={(event) => {
                const kept = all.filter((one) =>
                  one === source ? event.target.checked : sources.includes(one),
                );
                if (kept.length > 0) onChange({ ...item, sources: kept });
              }}
            />
            {text.sources[source]}
          </label>
        ))}
        <p>{words.assurance(sources.includes('dice10'))}</p>
      </fieldset>
      {item.purpose === 'presenters' && (
        <>
          <p className={styles['follow']}>{words.follow}</p>
          <MinutesField
            label={words.presentationMinutes}
            seconds={follow.presentationSeconds}
            onChange={(presentationSeconds) => {
              onChange({ ...item, follow: { ...follow, presentationSeconds } });
            }}
          />
          <ScoreFields
            score={follow.score}
            onChange={(score) => {
              onChange({ ...item, follow: { ...follow, score } });
            }}
          />
        </>
      )}
    </div>
  );
}

function UnitSelect({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (subject: SubjectId) => void;
}) {
  const text = useText(consoleText).agenda;
  const subjects = useView((view) => view.subjects);
  return (
    <Select
      label={text.unit}
      value={value}
      options={subjects.map(({ id, name }) => ({ value: id, label: `${id} ${name}` }))}
      onChange={(id) => {
        onChange(id as SubjectId);
      }}
    />
  );
}
