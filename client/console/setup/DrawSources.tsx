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
  return (
    <div className={styles['sources']}>
      <Choice
        label={text.draw.dice}
        value={dice}
        options={text.draw.diceKinds}
        onChange={(next) => {
          onChange({ ...item, sources: sourcesWith(next, also) });
        }}
      />
      {(dice !== 'none' || phones) && (
        <fieldset>
          <legend>{text.draw.also}</legend>
          {phones && (
            <label>
              <input
                type="checkbox"
                checked={also.phones}
                disabled={also.kept}
                onChange={(event) => {
                  const phones = event.target.checked;
                  onChange({ ...item, sources: sourcesWith(dice, { ...also, phones }) });
                }}
              />
              {text.sources.phones}
            </label>
          )}
          {dice !== 'none' && (
            <label>
              <input
                type="checkbox"
                checked={also.salt}
                onChange={(event) => {
                  const salt = event.target.checked;
                  onChange({ ...item, sources: sourcesWith(dice, { ...also, salt }) });
                }}
              />
              {text.sources.salt}
            </label>
          )}
        </fieldset>
      )}
      {/* Before the panel is drawn no phone has a seat to speak for. */}
      {dice === 'none' && phones && (
        <Choice
          label={text.draw.sealed}
          value={also.kept ? 'kept' : 'salt'}
          options={text.draw.sealedBy}
          onChange={(by) => {
            onChange({ ...item, sources: sourcesWith(dice, { ...also, kept: by === 'kept' }) });
          }}
        />
      )}
      <p>{text.agenda.assurances[assuranceOfSources(sources)]}</p>
    </div>
  );
}
