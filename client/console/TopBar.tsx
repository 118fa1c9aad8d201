// The console's rail: what meeting, which tab, whether all is connected, the chain's head, the time.
import { Link } from 'wouter';
import { commonText } from '../../shared/text/common.ts';
import { consoleText } from '../../shared/text/console.ts';
import { useSlice } from '../live/use-live.ts';
import { Connection } from '../ui/Connection.tsx';
import { useText } from '../ui/language.ts';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { Seal } from '../ui/Seal.tsx';
import { Slot } from '../ui/Slot.tsx';
import { useTitle } from '../ui/title.ts';
import { useConsole, useView } from './parts/console-context.ts';
import { timeIn, useNow } from './parts/time.ts';
import styles from './TopBar.module.css';

export type Tab = 'setup' | 'stage' | 'desk';
const TABS: readonly Tab[] = ['setup', 'stage', 'desk'];

export function TopBar({ tab, onTab }: { readonly tab: Tab; readonly onTab: (tab: Tab) => void }) {
  const text = useText(consoleText);
  const common = useText(commonText);
  const { live, staff } = useConsole();
  const meeting = useView((view) => view.control.stage.meeting);
  const status = useSlice(live, (state) => state.status);
  useTitle(text.title, meeting.title);
  return (
    <header className={styles['bar']}>
      <Link href="/console" className={styles['home'] ?? ''} title={text.toMeetings}>
        <Seal label={`${common.title}: ${text.toMeetings}`} />
      </Link>
      <h1 className={styles['title']} title={meeting.title}>
        {meeting.title}
      </h1>
      <span className={styles['who']} title={staff.name}>
        {text.roles[staff.role]}
      </span>
      <div role="tablist" aria-label={text.tabsLabel} className={styles['tabs']}>
        {TABS.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`tab-${one}`}
            aria-selected={one === tab}
            aria-controls={`panel-${one}`}
            className={styles['tab']}
            onClick={() => {
              onTab(one);
            }}
          >
            {text.tabs[one]}
          </button>
        ))}
      </div>
      <div className={styles['states']}>
        <PanelConnection />
        <Connection status={status} />
        <ChainHead />
        <LanguageSwitch />
        <Clock zone={meeting.zone} />
      </div>
    </header>
  );
}

function PanelConnection() {
  const text = useText(consoleText);
  const connected = useView((view) => view.turnout.connected);
  const seats = useView((view) => view.setup.seats);
  if (seats === 0) return null;
  const state = connected.length === 0 ? 'empty' : connected.length < seats ? 'waiting' : 'filled';
  return (
    <span className={styles['online']}>
      <Slot state={state} /> {text.panelOnline(connected.length, seats)}
    </span>
  );
}

function ChainHead() {
  const text = useText(consoleText);
  const { hash, seq } = useView((view) => view.log.head);
  return (
    <span className={styles['chain']} title={text.chainTitle(seq)}>
      {text.chainHead} <span className={styles['hex']}>{shortHash(hash)}</span>{' '}
      <span className={styles['seq']}>({seq})</span>
    </span>
  );
}

function Clock({ zone }: { readonly zone: string }) {
  const { live } = useConsole();
  const offset = useSlice(live, ({ clockOffset }) => clockOffset);
  const now = useNow();
  return (
    <time className={styles['clock']} title={zone}>
      {timeIn(zone, now + offset, 'minutes')}
    </time>
  );
}

/** The first eight digits in fours: enough to compare aloud. */
function shortHash(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)}`;
}
