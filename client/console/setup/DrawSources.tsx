// The sources of chance of a draw, and how far it will convince.
import { PURPOSES } from '../../../shared/meeting/draws/purposes.ts';
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
  const { phones } = PURPOSES[item.purpose];
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
      {(dice !== 'none' || phones) && (
        <fieldset>
          <legend>{text.draw.also}</legend>
          {(['phones', 'salt'] as const)
            .filter((source) => (source === 'phones' ? phones : dice !== 'none'))
            .map((source) => (
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
      )}
      {/* Before the panel is drawn no phone has a seat to speak for. */}
      {dice === 'none' && phones && (
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
