// One press, and a draw of who asks stands behind the present item and on stage.
import { consoleText } from '../../../shared/text/console.ts';
import { DRAW_TO_ASK } from '../../../shared/meeting/draws/purposes.ts';
import type { ItemId } from '../../../shared/ids.ts';
import { factsOf } from '../../live/kinds.ts';
import { useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useView } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { freshId } from '../setup/fresh-id.ts';
import { useAddedDraw } from './use-added-draw.ts';
import styles from './ItemActs.module.css';

export function DrawQuestioner() {
  const text = useText(consoleText);
  const body = useView((view) => view.control.stage.body);
  const seated = useView((view) => view.setup.seats);
  const { add, present, waiting, trouble } = useAddedDraw();
  const { [factsOf(body).draw ? 'askAgain' : 'ask']: label, askMeans } = text.draw;
  return (
    <div className={styles['ask']}>
      <ActButton
        act="LockDraw"
        label={label}
        blocked={seated === 0 ? text.people.noSeats : null}
        waiting={waiting}
        onClick={() => void add(present, { id: freshId('questioner') as ItemId, ...DRAW_TO_ASK })}
      />
      <p className="quiet small">{askMeans}</p>
      <Notice trouble={trouble} />
    </div>
  );
}
