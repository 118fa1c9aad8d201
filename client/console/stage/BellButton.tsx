// The bell by hand, and whether this computer rings with the hall's screen.
import { useState } from 'react';
import { consoleAgendaText } from '../../../shared/text/console/agenda.ts';
import { keep, recall } from '../../live/storage.ts';
import { useBell, useRings } from '../../parts/bell.ts';
import { useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useBarred, useClockOffset, useCommands, useView } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { useKey } from '../parts/use-key.ts';
import styles from './ItemActs.module.css';

const KEPT_AS = 'kleroterion.bell';

export function BellButton() {
  const words = useText(consoleAgendaText);
  const stage = useView((view) => view.control.stage);
  const clockOffset = useClockOffset();
  const barred = useBarred('RingBell');
  const { give, waiting, trouble } = useCommands();
  const [here, setHere] = useState(() => recall(KEPT_AS) === 'on');
  const { strike } = useBell(here);
  useRings(stage, clockOffset, strike);
  const item = stage.item?.id;
  const ring = () => {
    if (item !== undefined && barred === null) void give({ type: 'RingBell', item });
  };
  useKey('bell', ring);
  if (item === undefined) return null;
  return (
    <div className={styles['back']}>
      <ActButton act="RingBell" label={words.bell} waiting={waiting} onClick={ring} />
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
