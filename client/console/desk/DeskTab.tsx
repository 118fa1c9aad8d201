// The check-in desk: who is here, one person at a time, and what waits for all.
import { useState } from 'react';
import { deskText } from '../../../shared/text/desk.ts';
import type { ReviewerId } from '../../../shared/ids.ts';
import { useText } from '../../ui/language.ts';
import { AbsentPlan } from './AbsentPlan.tsx';
import { Desk } from './Desk.tsx';
import { DeskUnits } from './DeskUnits.tsx';
import { DeskRoll } from './DeskRoll.tsx';
import { Papers } from './Papers.tsx';
import { Part } from '../parts/Part.tsx';
import { ReserveAdvice } from './ReserveAdvice.tsx';
import styles from './DeskTab.module.css';

export function DeskTab() {
  const text = useText(deskText);
  const [chosen, setChosen] = useState<ReviewerId | null>(null);
  return (
    <div className={styles['grid']}>
      <aside aria-label={text.roll} className={styles['roll']}>
        <Part name="roll">
          <DeskRoll chosen={chosen} onChoose={setChosen} />
        </Part>
      </aside>
      <div className={styles['person']}>
        <Part name="desk">
          <Desk chosen={chosen} onChoose={setChosen} />
        </Part>
        <Part name="desk-units" look="none">
          <DeskUnits />
        </Part>
      </div>
      <aside aria-label={text.work} className={styles['work']}>
        <Part name="absent">
          <AbsentPlan />
        </Part>
        <Part name="reserve" look="none">
          <ReserveAdvice />
        </Part>
        <Part name="papers">
          <Papers />
        </Part>
      </aside>
    </div>
  );
}
