// The console's rail: what meeting, which tab, whether all is connected, the chain's head, the time.
import { Link } from 'wouter';
import { commonText } from '../../shared/text/common.ts';
import { consoleText } from '../../shared/text/console.ts';
import { useSlice } from '../live/use-live.ts';
import { Connection } from '../ui/Connection.tsx';
import { useText } from '../ui/language.ts';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { useNow } from '../ui/now.ts';
import { Seal } from '../ui/Seal.tsx';
import { Slot } from '../ui/Slot.tsx';
import { useTitle } from '../ui/title.ts';
import { useClockOffset, useConsole, useView } from './parts/console-context.ts';
import { timeText } from '../parts/time.ts';
import { addressOf, TABS, type Tab } from './place.ts';
import type { PlaceId } from './setup/steps.ts';
import { ChainHead } from './ChainHead.tsx';
import styles from './TopBar.module.css';

export function TopBar({
  tab,
  step,
  unit,
}: {
  readonly tab: Tab;
  /** Where the setup was left. */
  readonly step: PlaceId;
  /** Where the results were left: the query of their address. */
  readonly unit: string;
}) {
  const text = useText(consoleText);
  const common = useText(commonText);
  const { live, code, staff } = useConsole();
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
          <Link
            key={one}
            href={
              addressOf(code, one, one === 'setup' ? step : undefined) +
              (one === 'results' ? unit : '')
            }
            role="tab"
            id={`tab-${one}`}
            aria-selected={one === tab}
            aria-controls={`panel-${one}`}
            className={styles['tab'] ?? ''}
          >
            {text.tabs[one]}
          </Link>
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

function Clock({ zone }: { readonly zone: string }) {
  const now = useNow(useClockOffset(), 60_000);
  return (
    <time className={styles['clock']} title={zone}>
      {timeText(now, zone)}
    </time>
  );
}
