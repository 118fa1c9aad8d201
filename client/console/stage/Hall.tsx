// What the hall sees, small and live, beside the clock and what can be done to the present item.
import { lazy, Suspense } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import { useConsole } from '../parts/console-context.ts';
import { BoardSwitch } from './BoardSwitch.tsx';
import { ClockPanel } from './ClockPanel.tsx';
import { DisclosureSwitch } from './DisclosureSwitch.tsx';
import { ItemActs } from './ItemActs.tsx';
import { WrittenPanels } from './WrittenPanel.tsx';
import styles from './Hall.module.css';

const Thumbnail = lazy(async () => ({ default: (await import('./Thumbnail.tsx')).Thumbnail }));

export function Hall() {
  const text = useText(consoleText).stage;
  const { code } = useConsole();
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
          <Suspense fallback={null}>
            <Thumbnail />
          </Suspense>
        </div>
      </figure>
      <div className={styles['side']}>
        <ClockPanel />
        <BoardSwitch />
        <DisclosureSwitch />
        <WrittenPanels />
      </div>
      <ItemActs />
    </div>
  );
}
