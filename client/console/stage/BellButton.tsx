// The bell by hand, and whether this computer rings with the hall's screen.
import { useState } from 'react';
import { consoleAgendaText } from '../../../shared/text/console/agenda.ts';
import { keep, recall } from '../../live/storage.ts';
import { useBell, useRings } from '../../parts/bell.ts';
import { useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useClockOffset, useView } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { useKeyAct } from '../parts/use-key.ts';
import styles from './ItemActs.module.css';

const KEPT_AS = 'kleroterion.bell';

export function BellButton() {
  const words = useText(consoleAgendaText);
  const stage = useView((view) => view.control.stage);
  const clockOffset = useClockOffset();
  const [here, setHere] = useState(() => recall(KEPT_AS) === 'on');
  const { strike } = useBell(here);
  useRings(stage, clockOffset, strike);
  const item = stage.item?.id;
  const command = item === undefined ? null : ({ type: 'RingBell', item } as const);
  const { button, trouble } = useKeyAct('bell', 'RingBell', command);
  if (!command) return null;
  return (
    <div className={styles['back']}>
      <ActButton {...button} label={words.bell} />
      <kbd>R</kbd>
      <label className={styles['here']}>
        <input
          type="checkbox"
          checked={here}
          onChange={(event) => {
            const { checked } = event.target;
            keep(KEPT_AS, checked ? 'on' : 'off');
            setHere(checked);
          }}
        />
        {words.bellHere}
      </label>
      <Notice trouble={trouble} />
    </div>
  );
}
