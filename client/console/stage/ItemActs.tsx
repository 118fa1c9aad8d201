// What else can be done at this item: back, and with a reason void, reopen or repeat.
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useView } from '../parts/console-context.ts';
import { Notice, Remark } from '../parts/Notice.tsx';
import { BellButton } from './BellButton.tsx';
import { OnStage } from './kinds.ts';
import { useKeyAct } from '../parts/use-key.ts';
import styles from './ItemActs.module.css';

export function ItemActs() {
  const text = useText(consoleText);
  const words = text.stage;
  const { stage, back, voids } = useView((view) => view.control);
  const { button, trouble, armed } = useKeyAct('back', back?.type ?? 'EnterItem', back, voids);
  return (
    <div className={styles['acts']}>
      <div className={styles['back']}>
        <ActButton
          {...button}
          label={
            armed
              ? words.previousVoids
              : back?.type === 'TurnBoard'
                ? words.pageBefore
                : words.previous
          }
          blocked={back ? null : words.noPrevious}
        />
        <kbd>PageUp</kbd>
      </div>
      <BellButton />
      <OnStage part="Acts" body={stage.body} />
      {voids && <Remark>{words.leavingVoids}</Remark>}
      <Notice trouble={trouble} />
    </div>
  );
}
