// One press, and a draw stands on the agenda and on stage.
import type { ItemId } from '../../../shared/ids.ts';
import type { ItemOf } from '../../../shared/meeting/agenda/item.ts';
import type { Expectation } from '../../../shared/meeting/commands.ts';
import type { StaffView } from '../../../shared/views/slices/staff-slices.ts';
import type { Live } from '../../live/view-store.ts';
import { useCommands, useConsole, useView } from '../parts/console-context.ts';

/** Adds a draw behind `after`, and enters it where the stage still stands where the key was pressed. */
export function useAddedDraw() {
  const present = useView((view) => view.control.stage.item?.id ?? null);
  const { live } = useConsole();
  const { give, waiting, trouble } = useCommands();
  const add = async (after: ItemId | null, item: ItemOf<'draw'>) => {
    const added = await give({ type: 'AddItems', after, items: [item] });
    const standing = added ? await whenOnAgenda(live, item.id) : null;
    if (standing?.item === present && standing.item !== null)
      await give({ type: 'EnterItem', item: item.id }, { expects: standing });
  };
  return { add, present, waiting, trouble };
}

const VIEW_FOLLOWS_MS = 5000;

/** What a stage command must carry once the view knows of this item; null where that view does not come. */
function whenOnAgenda(live: Live<StaffView>, id: ItemId): Promise<Expectation | null> {
  return new Promise((resolve) => {
    const look = () => {
      const { view } = live.store.getState();
      if (view?.agenda.some(({ item }) => item.id === id)) done(view.control.expects.stage);
    };
    const done = (expects: Expectation | null) => {
      stop();
      clearTimeout(timer);
      resolve(expects);
    };
    const stop = live.store.subscribe(look);
    const timer = setTimeout(() => {
      done(null);
    }, VIEW_FOLLOWS_MS);
    look();
  });
}
