// People at the right: who still owes, by group, and the desk for one of them.
import { useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import type { ReviewerId } from '../../../shared/ids.ts';
import { useText } from '../../ui/language.ts';
import { Slot } from '../../ui/Slot.tsx';
import { Remark } from '../parts/Notice.tsx';
import { Desk } from '../desk/Desk.tsx';
import { useRoll } from './use-roll.ts';
import { RollGroupList } from './RollGroupList.tsx';
import styles from './People.module.css';

export function PeopleColumn() {
  const text = useText(consoleText);
  const words = text.people;
  const [chosen, setChosen] = useState<ReviewerId | null>(null);
  const { counts, count, of, away, groups } = useRoll();
  return (
    <>
      <div className={styles['roll']}>
        <h2 className="quiet small">{words.titles[counts]}</h2>
        {of === 0 ? (
          <Remark>{words.noSeats}</Remark>
        ) : (
          <p className={styles['total']}>
            <span>
              <b>{count}</b> / {of}
            </span>
            {(counts === 'ballots' || counts === 'batch') && (
              <span className="small">{words.noScores}</span>
            )}
          </p>
        )}
        {groups.map((group) => (
          <RollGroupList key={group.id} group={group} chosen={chosen} onChoose={setChosen} />
        ))}
      </div>
      {counts !== 'seats' && of > 0 && (
        <p className={styles['legend']}>
          <span>
            <Slot state="empty" /> {words.legend[counts]}
          </span>
          <span>
            <Slot state="waiting" /> {words.away(away)}
          </span>
        </p>
      )}
      <Desk chosen={chosen} onChoose={setChosen} />
    </>
  );
}
