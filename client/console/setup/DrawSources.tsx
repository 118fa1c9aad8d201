// The sources of chance of a draw, and how far it will convince.
import { consoleText } from '../../../shared/text/console.ts';
import { consoleBeaconText } from '../../../shared/text/console/beacon.ts';
import { MOST_SECONDS } from '../../../shared/number-limits.ts';
import { FEWEST_BEACON_SECONDS, usualBeaconSeconds } from '../../../shared/meeting/draws/beacon.ts';
import { assuranceOfSources } from '../../../shared/meeting/draws/sources.ts';
import type { ItemOf } from '../../../shared/meeting/agenda/item.ts';
import { useText } from '../../ui/language.ts';
import { Choice } from '../parts/Choice.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { diceOf, numberingSources, sourcesWith, type DiceKind } from './draw-draft.ts';
import styles from './Agenda.module.css';

export function DrawSources({
  item,
  onChange,
}: {
  readonly item: ItemOf<'draw'>;
  readonly onChange: (item: ItemOf<'draw'>) => void;
}) {
  const text = useText(consoleText);
  const beacon = useText(consoleBeaconText);
  const { sources } = item;
  const dice = diceOf(sources);
  const also = {
    phones: sources.includes('phones'),
    drand: sources.includes('drand'),
    salt: sources.includes('salt'),
    kept: sources.includes('kept'),
  };
  const change = (part: Partial<typeof also>, chosen = dice) => {
    const next = sourcesWith(chosen, { ...also, ...part });
    // Its wait is that of these sources until somebody sets another.
    const { beaconSeconds: _, ...rest } = item;
    onChange({
      ...rest,
      sources: item.rule?.kind === 'lots' ? numberingSources(next) : next,
    });
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
        {offered(dice, also.drand).map((source) => (
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
      {also.drand && (
        <NumberField
          label={beacon.after}
          value={item.beaconSeconds ?? usualBeaconSeconds(sources)}
          least={FEWEST_BEACON_SECONDS}
          most={MOST_SECONDS}
          after={beacon.afterHint(FEWEST_BEACON_SECONDS)}
          onChange={(beaconSeconds) => {
            if (beaconSeconds !== null) onChange({ ...item, beaconSeconds });
          }}
        />
      )}
      {dice === 'none' && !also.drand && (
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

/** What can be added to the dice; no salt beside the beacon. */
function offered(dice: DiceKind, drand: boolean): readonly ('phones' | 'drand' | 'salt')[] {
  return dice === 'none' || drand ? ['phones', 'drand'] : ['phones', 'drand', 'salt'];
}
