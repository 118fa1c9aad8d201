// During the meeting: agenda, the one next step over the hall's picture and the log, people (LOOK.md §4).
import { useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { ActsLog } from './ActsLog.tsx';
import { AgendaRail } from './AgendaRail.tsx';
import { Hall } from './Hall.tsx';
import { NextStepBox } from './NextStepBox.tsx';
import { PeopleColumn } from './PeopleColumn.tsx';
import { PeopleLine } from './PeopleLine.tsx';
import { UndoBar } from './UndoBar.tsx';
import styles from './StageTab.module.css';

export function StageTab() {
  const text = useText(consoleText).stage;
  const [drawer, setDrawer] = useState(false);
  return (
    <div
      className={styles['grid']}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setDrawer(false);
      }}
    >
      <nav aria-label={text.agenda} className={styles['agenda']}>
        <AgendaRail />
      </nav>
      <main className={styles['middle']}>
        <div className={styles['next']}>
          <NextStepBox />
          <UndoBar />
        </div>
        <div className={styles['lower']}>
          <PeopleLine
            className={styles['opener'] ?? ''}
            onOpen={() => {
              setDrawer(true);
            }}
          />
          <Hall />
          <ActsLog />
        </div>
      </main>
      <aside aria-label={text.people} className={styles['people']} data-open={drawer}>
        <div className={styles['closer']}>
          <Button
            onClick={() => {
              setDrawer(false);
            }}
          >
            {text.closePeople}
          </Button>
        </div>
        <PeopleColumn />
      </aside>
    </div>
  );
}
