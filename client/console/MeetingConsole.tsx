// One meeting's console: opens its connection, then two tabs, before the meeting and during it.
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { commonText } from '../../shared/text/common.ts';
import { consoleText } from '../../shared/text/console.ts';
import { NAMESPACE } from '../../shared/protocol.ts';
import type { StaffView } from '../../shared/views/staff-slices.ts';
import { useLive, useSlice } from '../live/use-live.ts';
import type { Live } from '../live/view-store.ts';
import { RehearsalBand } from '../rehearsal/RehearsalBand.tsx';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/language.ts';
import { Door } from './door/Door.tsx';
import { ConsoleContext, useConsole, useView } from './parts/console-context.ts';
import { newDrafts } from './parts/drafts.ts';
import { Notice, Remark } from './parts/Notice.tsx';
import type { StaffCard } from './parts/session.ts';
import { DeskTab } from './desk/DeskTab.tsx';
import { SetupTab } from './setup/SetupTab.tsx';
import { StageTab } from './stage/StageTab.tsx';
import { PrintedBanner } from './tickets/PrintedBanner.tsx';
import { TopBar, type Tab } from './TopBar.tsx';
import shell from './shell.module.css';
import styles from './MeetingConsole.module.css';

export function MeetingConsole({
  code,
  staff,
  onEnded,
}: {
  readonly code: string;
  readonly staff: StaffCard;
  /** The server hung up and the person wants in again, perhaps as someone else. */
  readonly onEnded: () => void;
}) {
  const common = useText(commonText);
  const live = useLive<StaffView>(NAMESPACE.staff, code);
  return live ? (
    <Connected live={live} code={code} staff={staff} onEnded={onEnded} />
  ) : (
    <Door>{common.loading}</Door>
  );
}

function Connected({
  live,
  code,
  staff,
  onEnded,
}: {
  readonly live: Live<StaffView>;
  readonly code: string;
  readonly staff: StaffCard;
  readonly onEnded: () => void;
}) {
  const text = useText(consoleText);
  const common = useText(commonText);
  const ready = useSlice(live, ({ view }) => view !== null);
  const ended = useSlice(live, (state) => state.ended);
  const offline = useSlice(live, ({ status }) => status === 'offline');
  const context = useMemo(() => ({ live, code, staff, drafts: newDrafts() }), [live, code, staff]);
  if (ended)
    return (
      <Door>
        <Notice trouble={{ kind: 'refused', refusal: ended }} />
        {ended.code !== 'rehearsal-deleted' && (
          <Button kind="ink" onClick={onEnded}>
            {common.retry}
          </Button>
        )}
        <p>
          <Link href="/console">{text.toMeetings}</Link>
        </p>
      </Door>
    );
  if (!ready) return <Door>{offline ? common.unreachable : common.loading}</Door>;
  return (
    <ConsoleContext value={context}>
      <Frame />
    </ConsoleContext>
  );
}

function Frame() {
  const item = useView((view) => view.control.stage.item);
  const { rehearsal } = useView((view) => view.control.stage.meeting);
  // Where the meeting stands decides once, on opening: afterwards the tab is the person's choice.
  const [tab, setTab] = useState<Tab>(() => (item === null ? 'setup' : 'stage'));
  const text = useText(consoleText).barred;
  const { live, staff } = useConsole();
  const online = useSlice(live, ({ status }) => status === 'online');
  return (
    <div className={`${shell['console'] ?? ''} ${styles['frame'] ?? ''}`}>
      {rehearsal && <RehearsalBand />}
      <TopBar tab={tab} onTab={setTab} />
      <PrintedBanner />
      {staff.role !== 'moderator' && (
        <div className={styles['role']}>
          <Remark>{text[staff.role]}</Remark>
        </div>
      )}
      {!online && (
        <p className={styles['offline']} role="alert">
          {text.offline}
        </p>
      )}
      <div
        role="tabpanel"
        id={`panel-${tab}`}
        aria-labelledby={`tab-${tab}`}
        className={styles['panel']}
      >
        <TabBody tab={tab} />
      </div>
    </div>
  );
}

function TabBody({ tab }: { readonly tab: Tab }) {
  switch (tab) {
    case 'setup':
      return <SetupTab />;
    case 'stage':
      return <StageTab />;
    case 'desk':
      return <DeskTab />;
  }
}
