// What else can be done at this item: back, and with a reason void, reopen or repeat.
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useBarred, useCommands, useView } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { BellButton } from './BellButton.tsx';
import { OnStage } from './kinds.ts';
import { useKey } from '../parts/use-key.ts';
import styles from './ItemActs.module.css';

export function ItemActs() {
  const text = useText(consoleText);
  const words = text.stage;
  const { stage, previous } = useView((view) => view.control);
  const barred = useBarred('EnterItem');
  const { give, waiting, trouble } = useCommands();
  const back = () => {
    if (previous !== null && barred === null) void give({ type: 'EnterItem', item: previous });
  };
  useKey('back', back);
  return (
    <div className={styles['acts']}>
      <div className={styles['back']}>
        <ActButton
          act="EnterItem"
          label={words.previous}
          blocked={previous === null ? words.noPrevious : null}
          waiting={waiting}
          onClick={back}
        />
        <kbd>PageUp</kbd>
      </div>
      <BellButton />
      <OnStage part="Acts" body={stage.body} />
      <Notice trouble={trouble} />
    </div>
  );
}
