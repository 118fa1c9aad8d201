// The shared places of the board on stage, once it is open: one press draws the order of those that share one.
import { useState } from 'react';
import type { ItemId } from '../../../shared/ids.ts';
import { usualDraw } from '../../../shared/meeting/agenda/kinds/draw.ts';
import { usualScore } from '../../../shared/meeting/agenda/kind.ts';
import { PURPOSE_NAMES, PURPOSES } from '../../../shared/meeting/draws/purposes.ts';
import { consoleDrawPoolText } from '../../../shared/text/console/draw-pool.ts';
import { standingsOf } from '../../parts/category-rows.ts';
import { useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useView } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { Select } from '../parts/Select.tsx';
import { freshId } from '../setup/fresh-id.ts';
import type { OnStageProps } from './kind-props.ts';
import { sharedPlaces } from './shared-places.ts';
import { useAddedDraw } from './use-added-draw.ts';
import styles from './ItemActs.module.css';

/** The purpose of a draw that is about the order of units that share a place. */
const [ORDER] = PURPOSE_NAMES.filter((name) => PURPOSES[name].orders && !PURPOSES[name].rings);

export function DrawTies({ body: { category } }: OnStageProps<'board'>) {
  const words = useText(consoleDrawPoolText);
  const board = useView((view) => view.board);
  const { add, present, waiting, trouble } = useAddedDraw();
  const [chosen, setChosen] = useState<string | null>(null);
  const { climb } = board;
  if (!climb || climb.rows === 0 || climb.opened.length < climb.rows || !ORDER) return null;
  const places = sharedPlaces(standingsOf(board, category).rows);
  const tie = places.find(({ place }) => String(place) === chosen) ?? places[0];
  if (!tie) return null;
  const of = category ? { category: category.id } : {};
  return (
    <div className={styles['ask']}>
      <Select
        label={words.ties}
        value={String(tie.place)}
        options={places.map(({ place, units }) => ({
          value: String(place),
          label: words.tie(place, units),
        }))}
        onChange={setChosen}
      />
      <ActButton
        act="LockDraw"
        label={words.drawTie}
        blocked={tie.drawn ? words.tieDrawn : null}
        waiting={waiting}
        onClick={() =>
          void add(present, {
            ...usualDraw(freshId('tie') as ItemId, ORDER, usualScore([])),
            ...{ take: tie.units, tie: { ...of, place: tie.place } },
          })
        }
      />
      <p className="quiet small">{words.tieMeans}</p>
      <Notice trouble={trouble} />
    </div>
  );
}
