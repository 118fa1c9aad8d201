// During the meeting: agenda, the one next step over the hall's picture and the log, people (LOOK.md §4).
import { consoleText } from '../../../shared/text/console.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { useOpen } from '../../ui/use-open.ts';
import { useView } from '../parts/console-context.ts';
import { ActsLog } from './ActsLog.tsx';
import { AgendaRail } from './AgendaRail.tsx';
import { PresentItem } from './PresentItem.tsx';
import { NextStepBox } from './NextStepBox.tsx';
import { PeopleColumn } from './PeopleColumn.tsx';
import { PeopleLine } from './PeopleLine.tsx';
import { PhonesLine } from './PhonesLine.tsx';
import { UndoBar } from './UndoBar.tsx';
import { Part } from '../parts/Part.tsx';
import styles from './StageTab.module.css';

export function StageTab() {
  const text = useText(consoleText).stage;
  const { item, items } = useView((view) => view.control.stage);
  const { open: drawer, opener, close } = useOpen<'people' | 'agenda'>();
  const closer = (kind: 'closer' | 'agendaCloser', label: string) => (
    <div className={styles[kind]}>
      <Button onClick={close}>{label}</Button>
    </div>
  );
  return (
    <div
      className={styles['grid']}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <nav aria-label={text.agenda} className={styles['agenda']} data-open={drawer === 'agenda'}>
        {closer('agendaCloser', text.closeAgenda)}
        <Part name="agenda">
          <AgendaRail />
        </Part>
      </nav>
      <div className={styles['middle']}>
        <div className={styles['next']}>
          <Part name="next-step">
            <NextStepBox />
          </Part>
          <Part name="undo">
            <UndoBar />
          </Part>
        </div>
        <div className={styles['lower']}>
          <p className={styles['agendaLine']}>
            <span>
              {text.agenda} <b>{item?.n ?? 0}</b> / {items}
            </span>
            <Button onClick={opener('agenda')}>{text.openAgenda}</Button>
          </p>
          <Part name="people-line" look="none">
            <PeopleLine className={styles['opener'] ?? ''} onOpen={opener('people')} />
          </Part>
          <Part name="phones" look="none">
            <PhonesLine />
          </Part>
          <Part name="hall">
            <PresentItem />
          </Part>
          <Part name="log">
            <ActsLog />
          </Part>
        </div>
      </div>
      <aside aria-label={text.people} className={styles['people']} data-open={drawer === 'people'}>
        {closer('closer', text.closePeople)}
        <Part name="people">
          <PeopleColumn />
        </Part>
      </aside>
    </div>
  );
}
