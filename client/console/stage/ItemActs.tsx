// What else can be done at this item: back, and with a reason void, reopen or repeat.
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useView } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { BellButton } from './BellButton.tsx';
import { OnStage } from './kinds.ts';
import { useKeyAct } from '../parts/use-key.ts';
import styles from './ItemActs.module.css';

export function ItemActs() {
  const text = useText(consoleText);
  const words = text.stage;
  const { stage, previous } = useView((view) => view.control);
  const command = previous === null ? null : ({ type: 'EnterItem', item: previous } as const);
  const { button, trouble } = useKeyAct('back', 'EnterItem', command);
  return (
    <div className={styles['acts']}>
      <div className={styles['back']}>
        <ActButton {...button} label={words.previous} blocked={command ? null : words.noPrevious} />
        <kbd>PageUp</kbd>
      </div>
      <BellButton />
      <OnStage part="Acts" body={stage.body} />
      <Notice trouble={trouble} />
    </div>
  );
}
