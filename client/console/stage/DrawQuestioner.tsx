// One press, and a draw of who asks stands behind the present item and on stage.
import { consoleText } from '../../../shared/text/console.ts';
import { DRAW_TO_ASK } from '../../../shared/meeting/draws/purposes.ts';
import type { ItemId } from '../../../shared/ids.ts';
import type { Expectation } from '../../../shared/meeting/commands.ts';
import type { StaffView } from '../../../shared/views/slices/staff-slices.ts';
import { factsOf } from '../../live/kinds.ts';
import type { Live } from '../../live/view-store.ts';
import { useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useCommands, useConsole, useView } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { freshId } from '../setup/fresh-id.ts';
import styles from './ItemActs.module.css';

export function DrawQuestioner() {
  const text = useText(consoleText);
  const { body, item: present } = useView((view) => view.control.stage);
  const after = present?.id ?? null;
  const seated = useView((view) => view.setup.seats);
  const { live } = useConsole();
  const { give, waiting, trouble } = useCommands();
  const draw = async () => {
    const item = freshId('questioner') as ItemId;
    const added = await give({
      type: 'AddItems',
      after,
      items: [{ id: item, ...DRAW_TO_ASK }],
    });
    // Entered only where the stage still stands where the key was pressed.
    const standing = added ? await whenOnAgenda(live, item) : null;
    if (standing?.item === after && standing.item !== null)
      await give({ type: 'EnterItem', item }, { expects: standing });
  };
  const { [factsOf(body).draw ? 'askAgain' : 'ask']: label, askMeans } = text.draw;
  return (
    <div className={styles['ask']}>
      <ActButton
        act="LockDraw"
        label={label}
        blocked={seated === 0 ? text.people.noSeats : null}
        waiting={waiting}
        onClick={() => void draw()}
      />
      <p className="quiet small">{askMeans}</p>
      <Notice trouble={trouble} />
    </div>
  );
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
