// The sources of chance of a draw, and how far it will convince.
import { consoleText } from '../../../shared/text/console.ts';
import { assuranceOfSources } from '../../../shared/meeting/draws/sources.ts';
import type { ItemOf } from '../../../shared/meeting/agenda/item.ts';
import { useText } from '../../ui/language.ts';
import { Choice } from '../parts/Choice.tsx';
import { diceOf, sourcesWith } from './draw-draft.ts';
import styles from './Agenda.module.css';

export function DrawSources({
  item,
  onChange,
}: {
  readonly item: ItemOf<'draw'>;
  readonly onChange: (item: ItemOf<'draw'>) => void;
}) {
  const text = useText(consoleText);
  const { sources } = item;
  const dice = diceOf(sources);
  const also = {
    phones: sources.includes('phones'),
    salt: sources.includes('salt'),
    kept: sources.includes('kept'),
  };
  const change = (part: Partial<typeof also>, chosen = dice) => {
    onChange({ ...item, sources: sourcesWith(chosen, { ...also, ...part }) });
  };
  return (
    <div className={styles['sources']}>
      <Choice
        label={text.draw.dice}
        value={dice}
        options={text.draw.diceKinds}
        onChange={(next) => {
          change({}, next);
        }}
      />
      <fieldset>
        <legend>{text.draw.also}</legend>
        {(dice === 'none' ? (['phones'] as const) : (['phones', 'salt'] as const)).map((source) => (
          <label key={source}>
            <input
              type="checkbox"
              checked={also[source]}
              disabled={source === 'phones' && also.kept}
              onChange={(event) => {
                change({ [source]: event.target.checked });
              }}
            />
            {text.sources[source]}
          </label>
        ))}
      </fieldset>
      {dice === 'none' && (
        <Choice
          label={text.draw.sealed}
          value={also.kept ? 'kept' : 'salt'}
          options={text.draw.sealedBy}
          onChange={(by) => {
            change({ kept: by === 'kept' });
          }}
        />
      )}
      <p>{text.agenda.assurances[assuranceOfSources(sources)]}</p>
    </div>
  );
}
