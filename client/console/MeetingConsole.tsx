// One meeting's console: opens its connection, then the tab that its address names.
import { useMemo, useState } from 'react';
import { Link, Redirect } from 'wouter';
import { awayText } from '../../shared/text/away.ts';
import { commonText } from '../../shared/text/common.ts';
import { consoleText } from '../../shared/text/console.ts';
import { refusalSentence } from '../../shared/text/refusals.ts';
import { NAMESPACE } from '../../shared/protocol.ts';
import type { StaffView } from '../../shared/views/slices/staff-slices.ts';
import { quietly, soon } from '../live/later.ts';
import { useLive, useSlice } from '../live/use-live.ts';
import type { Live } from '../live/view-store.ts';
import { useSearch } from '../parts/query.ts';
import { RehearsalBand } from '../rehearsal/RehearsalBand.tsx';
import { Button } from '../ui/Button.tsx';
import { HealedBy } from '../ui/HealedBy.tsx';
import { useLanguage, useText } from '../ui/language.ts';
import { NarrowPage } from './login/NarrowPage.tsx';
import { ConsoleContext, useConsole, useMay, useView } from './parts/console-context.ts';
import { newDrafts } from './parts/drafts.ts';
import { Notice, Remark } from './parts/Notice.tsx';
import { endsSession, useReopening, useSessionPart, type StaffMember } from './parts/session.ts';
import { PrintedBanner } from './tickets/PrintedBanner.tsx';
import { FileBanner } from './FileBanner.tsx';
import { SessionBar } from './SessionBar.tsx';
import { addressOf, placeAt, type Place, type Tab } from './place.ts';
import { TopBar } from './TopBar.tsx';
import shell from './shell.module.css';
import { Part } from './parts/Part.tsx';
import styles from './MeetingConsole.module.css';

const SetupTab = quietly(soon(async () => (await import('./setup/SetupTab.tsx')).SetupTab));
const StageTab = quietly(soon(async () => (await import('./stage/StageTab.tsx')).StageTab));
const DeskTab = quietly(soon(async () => (await import('./desk/DeskTab.tsx')).DeskTab));
const ResultsTab = quietly(soon(async () => (await import('./results/ResultsTab.tsx')).ResultsTab));

export interface ConsoleProps {
  readonly code: string;
  /** What its address names behind `/console/`. */
  readonly rest: string;
  readonly staff: StaffMember;
}

export function MeetingConsole(props: ConsoleProps) {
  const common = useText(commonText);
  const live = useLive<StaffView>(NAMESPACE.staff, props.code);
  return live ? <Connected {...props} live={live} /> : <NarrowPage>{common.loading}</NarrowPage>;
}

function Connected({ live, code, rest, staff }: ConsoleProps & { readonly live: Live<StaffView> }) {
  const text = useText(consoleText);
  const common = useText(commonText);
  const away = useText(awayText);
  const ready = useSlice(live, ({ view }) => view !== null);
  const ended = useSlice(live, (state) => state.ended);
  const held = useSlice(live, (state) => state.held);
  const offline = useSlice(live, ({ status }) => status === 'offline');
  const language = useLanguage();
  // They outlive the session: whoever logs in again finds what was typed.
  const [drafts] = useState(newDrafts);
  const context = useMemo(() => ({ live, code, staff, drafts }), [live, code, staff, drafts]);
  useReopening(live);
  if (ended && !endsSession(ended))
    return (
      <NarrowPage>
        <Notice trouble={{ kind: 'refused', refusal: ended }} />
        {ended.code !== 'rehearsal-deleted' && (
          <Button kind="ink" onClick={live.reopen}>
            {away.retry}
          </Button>
        )}
        <p>
          <Link href="/console">{text.toMeetings}</Link>
        </p>
      </NarrowPage>
    );
  if (!ready)
    return (
      <NarrowPage>
        {held ? refusalSentence(language, held) : offline ? away.unreachable : common.loading}
      </NarrowPage>
    );
  return (
    <ConsoleContext value={context}>
      <HealedBy live={live} part="frame">
        <Shell rest={rest} />
      </HealedBy>
    </ConsoleContext>
  );
}

function Shell({ rest }: { readonly rest: string }) {
  const item = useView((view) => view.control.stage.item);
  const { rehearsal, zone } = useView((view) => view.control.stage.meeting);
  // Where the meeting stands decides once, on opening: afterwards the tab is the person's choice.
  const [usual] = useState<Tab>(() => (item === null ? 'setup' : 'stage'));
  const text = useText(consoleText).barred;
  const { live, code, staff } = useConsole();
  const leads = useMay('EnterItem');
  const online = useSlice(live, ({ status }) => status === 'online');
  const over = useSessionPart((session) => session.over !== null);
  const held = useSlice(live, (state) => state.held);
  const language = useLanguage();
  const place = placeAt(rest);
  const tab = place?.tab ?? usual;
  const address = addressOf(code, tab, tab === 'setup' ? (place?.step ?? 'overview') : undefined);
  // Whoever comes back from the stage finds the step that they left.
  const [left, setLeft] = useState(place?.step ?? 'overview');
  if (place?.tab === 'setup' && place.step !== left) setLeft(place.step);
  // And the unit.
  const search = useSearch();
  const [unit, setUnit] = useState('');
  if (place?.tab === 'results' && search !== unit) setUnit(search);
  // A bare or a mistyped address becomes the one of what it shows.
  if (place === null || !address.endsWith(`/${rest}`)) return <Redirect to={address} replace />;
  return (
    <div className={`${shell['console'] ?? ''} ${styles['frame'] ?? ''}`}>
      {rehearsal && <RehearsalBand />}
      <Part name="top">
        <TopBar tab={tab} step={left} unit={unit} />
      </Part>
      <Part name="file">
        <FileBanner />
      </Part>
      <Part name="printed">
        <PrintedBanner />
      </Part>
      {!leads && (
        <div className={styles['role']}>
          <Remark>{text[staff.role]}</Remark>
        </div>
      )}
      {!online && !over && (
        <p className={styles['offline']} role="alert">
          {held ? refusalSentence(language, held) : text.offline}
        </p>
      )}
      <main className={styles['panel']}>
        <div
          role="tabpanel"
          id={`panel-${tab}`}
          aria-labelledby={`tab-${tab}`}
          className={styles['tab']}
        >
          <Part name="tab">
            <TabBody place={place} />
          </Part>
        </div>
      </main>
      <SessionBar zone={zone} />
    </div>
  );
}

function TabBody({ place }: { readonly place: Place }) {
  switch (place.tab) {
    case 'setup':
      return <SetupTab place={place.step} />;
    case 'stage':
      return <StageTab />;
    case 'desk':
      return <DeskTab />;
    case 'results':
      return <ResultsTab />;
  }
}
