// The settings of a draw: what, how many, by which chance, and what each drawn unit then does.
import { consoleText } from '../../../shared/text/console.ts';
import type { Item, ItemOf, SourceKind } from '../../../shared/meeting/state.ts';
import { useText } from '../../ui/language.ts';
import { Choice } from '../parts/Choice.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { MinutesField } from './MinutesField.tsx';
import { ScoreFields } from './ScoreFields.tsx';
import styles from './Agenda.module.css';

export function DrawForm({
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
