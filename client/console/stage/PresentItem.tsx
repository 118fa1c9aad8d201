// What the hall sees, small and live, beside the clock and what can be done to the present item.
import { consoleText } from '../../../shared/text/console.ts';
import { later, quietly } from '../../live/later.ts';
import { useText } from '../../ui/language.ts';
import { useConsole, useView } from '../parts/console-context.ts';
import { ClockControls } from './ClockControls.tsx';
import { DisclosureSwitch } from './DisclosureSwitch.tsx';
import { ItemActs } from './ItemActs.tsx';
import { OnStage } from './kinds.ts';
import { WrittenRounds } from './WrittenRounds.tsx';
import { Part } from '../parts/Part.tsx';
import styles from './PresentItem.module.css';

const Thumbnail = quietly(later(async () => (await import('./Thumbnail.tsx')).Thumbnail));

export function PresentItem() {
  const text = useText(consoleText).stage;
  const { code } = useConsole();
  const { body } = useView((view) => view.control.stage);
  return (
    <div className={styles['present']}>
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
          <ClockControls />
        </Part>
        <Part name="side">
          <OnStage part="Side" body={body} />
        </Part>
        <Part name="disclosure">
          <DisclosureSwitch />
        </Part>
        <Part name="written">
          <WrittenRounds />
        </Part>
      </div>
      <Part name="item">
        <ItemActs />
      </Part>
    </div>
  );
}
