// What only some draws are asked: which shared place they are for, whose dice the drawn throw.
import type { ItemId } from '../../../shared/ids.ts';
import type { ItemOf, SharedPlace } from '../../../shared/meeting/agenda/item.ts';
import { kindOf } from '../../../shared/meeting/agenda/kinds.ts';
import { MOST_TAKEN } from '../../../shared/number-limits.ts';
import { consoleDrawPoolText } from '../../../shared/text/console/draw-pool.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import { useView } from '../parts/console-context.ts';
import { NumberField } from '../parts/NumberField.tsx';
import { Select } from '../parts/Select.tsx';
import { RankingChoice } from './BandFields.tsx';

/** Which place of which board. */
export function TieFields({
  tie,
  onChange,
}: {
  readonly tie: SharedPlace;
  readonly onChange: (tie: SharedPlace) => void;
}) {
  const words = useText(consoleDrawPoolText);
  return (
    <>
      <RankingChoice
        of={tie}
        onChange={(of) => {
          onChange({ place: tie.place, ...of });
        }}
      />
      <NumberField
        label={words.place}
        value={tie.place}
        least={1}
        most={MOST_TAKEN}
        after={words.placeAfter}
        onChange={(place) => {
          if (place !== null) onChange({ ...tie, place });
        }}
      />
    </>
  );
}

/** The draws with dice of the agenda as it is saved. */
export function ThrowsChoice({
  item,
  onChange,
}: {
  readonly item: ItemOf<'draw'>;
  readonly onChange: (item: ItemOf<'draw'>) => void;
}) {
  const words = useText(consoleDrawPoolText);
  const { purposes } = useText(consoleText);
  const agenda = useView((view) => view.agenda);
  const draws = agenda.flatMap((row) => {
    const draw = kindOf(row.item).drawing(row.item);
    const thrown = draw?.sources.some((source) => source === 'dice10' || source === 'dice6');
    return draw && thrown ? [{ value: draw.id, label: `${row.n}. ${purposes[draw.purpose]}` }] : [];
  });
  return (
    <Select<string>
      label={words.throws}
      value={item.throws ?? NOTHING}
      options={[{ value: NOTHING, label: words.throwsNothing }, ...draws]}
      onChange={(next) => {
        const { throws: _, ...rest } = item;
        onChange(next === NOTHING ? rest : { ...rest, throws: next as ItemId });
      }}
    />
  );
}

const NOTHING = '';
