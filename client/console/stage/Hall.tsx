// What the hall sees, small and live, beside the clock and what can be done to the present item.
import { consoleText } from '../../../shared/text/console.ts';
import { later, quietly } from '../../live/later.ts';
import { useText } from '../../ui/language.ts';
import { useConsole, useView } from '../parts/console-context.ts';
import { ClockPanel } from './ClockPanel.tsx';
import { DisclosureSwitch } from './DisclosureSwitch.tsx';
import { ItemActs } from './ItemActs.tsx';
import { OnStage } from './kinds.ts';
import { WrittenPanels } from './WrittenPanel.tsx';
import { Part } from '../parts/Part.tsx';
import styles from './Hall.module.css';

const Thumbnail = quietly(later(async () => (await import('./Thumbnail.tsx')).Thumbnail));

export function Hall() {
  const text = useText(consoleText).stage;
  const { code } = useConsole();
  const { body } = useView((view) => view.control.stage);
  return (
    <div className={styles['hall']}>
      <figure aria-label={text.onScreen}>
        <figcaption className={styles['head']}>
          {text.onScreen}{' '}
          <a href={`/m/${code}/screen`} target="_blank" rel="noreferrer">
            {text.openScreen}
          </a>
        </figcaption>
        <div className={styles['box']}>
          <Part name="thumbnail">
            <Thumbnail />
          </Part>
        </div>
      </figure>
      <div className={styles['side']}>
        <Part name="clock">
          <ClockPanel />
        </Part>
        <Part name="side">
          <OnStage part="Side" body={body} />
        </Part>
        <Part name="disclosure">
          <DisclosureSwitch />
        </Part>
        <Part name="written">
          <WrittenPanels />
        </Part>
      </div>
      <Part name="item">
        <ItemActs />
      </Part>
    </div>
  );
}
