// One press at the desk of a draw with dice: who of those in the house throws them.
import type { ItemId } from '../../../shared/ids.ts';
import { DRAW_TO_THROW } from '../../../shared/meeting/draws/purposes.ts';
import { consoleDrawPoolText } from '../../../shared/text/console/draw-pool.ts';
import type { DrawView } from '../../../shared/views/slices/draw-slices.ts';
import { useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useView } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { freshId } from '../setup/fresh-id.ts';
import { useAddedDraw } from './use-added-draw.ts';
import styles from './ItemActs.module.css';

/** Before the lock only: while a draw is locked no other one can be. */
export function DrawThrower({ draw: { sources, thrower } }: { readonly draw: DrawView }) {
  const words = useText(consoleDrawPoolText);
  const agenda = useView((view) => view.agenda);
  const { add, present, waiting, trouble } = useAddedDraw();
  const thrown = sources.some(({ type }) => type === 'dice10' || type === 'dice6');
  if (!thrown || present === null) return null;
  const place = agenda.findIndex(({ item }) => item.id === present);
  // Before this draw, so that the next step leads back to it.
  const before = agenda[place - 1]?.item.id ?? null;
  return (
    <div className={styles['ask']}>
      <ActButton
        act="LockDraw"
        label={thrower ? words.anotherThrower : words.thrower}
        waiting={waiting}
        onClick={() =>
          void add(before, { id: freshId('thrower') as ItemId, ...DRAW_TO_THROW, throws: present })
        }
      />
      {thrower && <p>{words.throwerIs(thrower.name)}</p>}
      <p className="quiet small">{words.throwerMeans}</p>
      <Notice trouble={trouble} />
    </div>
  );
}
