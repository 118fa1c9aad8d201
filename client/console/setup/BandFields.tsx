// Which places of a board units are drawn from, and how many of each: how many in all follows.
import { BAND_SIDES, bandsTaken, type BandSide } from '../../../shared/meeting/draws/bands.ts';
import type { BandsRule, ItemOf, RankingOf } from '../../../shared/meeting/agenda/item.ts';
import type { CategoryId } from '../../../shared/ids.ts';
import { MOST_TAKEN } from '../../../shared/number-limits.ts';
import { consoleDrawPoolText } from '../../../shared/text/console/draw-pool.ts';
import { useText } from '../../ui/language.ts';
import { Slot } from '../../ui/Slot.tsx';
import { useView } from '../parts/console-context.ts';
import { NumberField } from '../parts/NumberField.tsx';
import { Select } from '../parts/Select.tsx';
import { withBand, withBands } from './band-draft.ts';
import { sumOf } from './draw-draft.ts';
import styles from './Agenda.module.css';

export function BandFields({
  item,
  rule,
  onChange,
}: {
  readonly item: ItemOf<'draw'>;
  readonly rule: BandsRule;
  readonly onChange: (item: ItemOf<'draw'>) => void;
}) {
  const words = useText(consoleDrawPoolText);
  const change = (next: BandsRule) => {
    onChange(withBands(item, next));
  };
  const sum = sumOf(bandsTaken(rule));
  return (
    <>
      <RankingChoice
        of={rule}
        onChange={(of) => {
          const { category: _, ...rest } = rule;
          change({ ...rest, ...of });
        }}
      />
      {BAND_SIDES.map((side) => (
        <BandOf key={side} side={side} rule={rule} onChange={change} />
      ))}
      <p className={styles['sum']} role="status">
        <Slot state={sum > 0 ? 'filled' : 'waiting'} />
        {words.sum(sum)}
      </p>
    </>
  );
}

/** Whose standings: of all units, or of one category. */
export function RankingChoice({
  of: { category },
  onChange,
}: {
  readonly of: RankingOf;
  readonly onChange: (of: RankingOf) => void;
}) {
  const words = useText(consoleDrawPoolText);
  const categories = useView((view) => view.setup.categories);
  return (
    <Select<string>
      label={words.ranking}
      value={category ?? ALL}
      options={[
        { value: ALL, label: words.allUnits },
        ...categories.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(next) => {
        onChange(next === ALL ? {} : { category: next as CategoryId });
      }}
    />
  );
}

/** No category: no id is empty. */
const ALL = '';

function BandOf({
  side,
  rule,
  onChange,
}: {
  readonly side: BandSide;
  readonly rule: BandsRule;
  readonly onChange: (rule: BandsRule) => void;
}) {
  const words = useText(consoleDrawPoolText);
  const { rest } = rule;
  const band = side === 'rest' ? null : rule[side];
  const take = side === 'rest' ? rest : band?.take;
  const name = words.sides[side];
  return (
    <fieldset className={styles['band']}>
      <legend className="visually-hidden">{name}</legend>
      <label className={styles['bandName']}>
        <input
          type="checkbox"
          checked={take !== undefined}
          onChange={(event) => {
            onChange(withBand(rule, side, event.target.checked ? { places: 10, take: 1 } : null));
          }}
        />
        {words.drawFrom(name)}
      </label>
      {band && (
        <NumberField
          label={words.places}
          value={band.places}
          least={1}
          most={MOST_TAKEN}
          onChange={(places) => {
            if (places !== null) onChange(withBand(rule, side, { ...band, places }));
          }}
        />
      )}
      {take !== undefined && (
        <NumberField
          label={words.take}
          value={take}
          least={1}
          most={MOST_TAKEN}
          onChange={(n) => {
            if (n !== null) onChange(withBand(rule, side, { places: band?.places ?? 0, take: n }));
          }}
        />
      )}
    </fieldset>
  );
}
