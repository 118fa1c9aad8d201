// The page as a picture of one view: bar, what is on now, and two tabs that stand side by side where there is room.
import { useLayoutEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { commonText } from '../../shared/text/common.ts';
import { watchText } from '../../shared/text/watch.ts';
import type { PublicView } from '../../shared/views/audiences/audiences.ts';
import { factsOf } from '../live/kinds.ts';
import { useQuery } from '../parts/query.ts';
import { Connection, type ConnectionStatus } from '../ui/Connection.tsx';
import { Guard } from '../ui/Guard.tsx';
import { useText } from '../ui/language.ts';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { LargeSwitch } from '../ui/LargeSwitch.tsx';
import { Seal } from '../ui/Seal.tsx';
import { Slot } from '../ui/Slot.tsx';
import { useTitle } from '../ui/title.ts';
import { DrawDetails } from './DrawDetails.tsx';
import { OnStage } from './kinds.ts';
import { PublishedList } from './PublishedList.tsx';
import { Standings } from './Standings.tsx';
import { UnitResult } from './UnitResult.tsx';
import { FROM_LIST, watchAddress } from './address.ts';
import styles from './WatchPage.module.css';

const TABS = ['results', 'draws'] as const;

export function WatchView({
  view,
  clockOffset,
  status,
  trouble,
}: {
  readonly view: PublicView;
  /** Server clock minus this device's, in ms. */
  readonly clockOffset: number;
  readonly status: ConnectionStatus;
  /** What a viewer must know about the connection, as a sentence; null while it stands. */
  readonly trouble: string | null;
}) {
  const text = useText(watchText);
  const common = useText(commonText);
  const { meeting, body } = view.stage;
  useTitle(text.title, meeting.title);
  // Follows the stage until the viewer has chosen.
  const [chosen, setTab] = useState<(typeof TABS)[number] | null>(null);
  const tab = chosen ?? (factsOf(body).draw ? 'draws' : 'results');
  const unit = useQuery('unit');
  // A unit's page begins at its head, and the list comes back where it was left.
  const left = useRef(0);
  const isUnit = unit !== null;
  useLayoutEffect(() => {
    if (isUnit || left.current > 0) window.scrollTo(0, isUnit ? 0 : left.current);
  }, [isUnit]);
  const [, navigate] = useLocation();
  const back = () => {
    if (history.state === FROM_LIST) history.back();
    else navigate(watchAddress(meeting.code, null));
  };
  return (
    <div className={styles['page']}>
      <header className={styles['bar']}>
        <Seal label={common.title} />
        <h1 className="grow ellipsis">{meeting.title}</h1>
        {status !== 'online' && <Connection status={status} />}
        <LanguageSwitch />
      </header>
      {trouble !== null && (
        <p className={styles['trouble']} role="status">
          {trouble}
        </p>
      )}
      {unit !== null && (
        <Guard part="unit" reset={view}>
          <UnitResult view={view} unit={unit} onBack={back} />
        </Guard>
      )}
      {/* Whoever comes back finds the page as it was left. */}
      <main
        className={styles['rest']}
        hidden={isUnit}
        onClickCapture={() => {
          left.current = window.scrollY;
        }}
      >
        <Guard part="now" reset={view}>
          <OnStage view={view} clockOffset={clockOffset} />
        </Guard>
        <Guard part="written" reset={view}>
          <Beside view={view} />
        </Guard>
        <nav className={styles['tabs']}>
          {TABS.map((name) => (
            <button
              key={name}
              type="button"
              className="bare quiet"
              aria-pressed={tab === name}
              onClick={() => {
                setTab(name);
              }}
            >
              {text.tabs[name]}
            </button>
          ))}
        </nav>
        <div className={styles['columns']} data-tab={tab}>
          <Guard part="board" reset={view}>
            {view.published && <PublishedList published={view.published} code={meeting.code} />}
            <Standings
              board={view.board}
              code={meeting.code}
              onStage={factsOf(body).category?.id ?? null}
            />
          </Guard>
          <div>
            <Guard part="draws" reset={view}>
              <Draws view={view} />
            </Guard>
          </div>
        </div>
      </main>
      <footer className="sides">
        <LargeSwitch />
      </footer>
    </div>
  );
}

/** The written rounds, unless one is what is on now. */
function Beside({ view: { stage, written } }: { readonly view: PublicView }) {
  const text = useText(watchText);
  if (factsOf(stage.body).batch !== undefined) return null;
  return written.map(({ round, phase, done, expected }) => (
    <p key={round} className={styles['beside']}>
      <Slot state={phase === 'open' ? 'waiting' : 'filled'} />
      {phase === 'open' ? text.written.underWay(done, expected) : text.written.closed}
    </p>
  ));
}

function Draws({ view }: { readonly view: PublicView }) {
  const text = useText(watchText);
  const { meeting, body } = view.stage;
  // The one on stage stands first, and holds more than the others: the words that phones sent.
  const onStage = factsOf(body).draw;
  const others = view.draws.filter(({ id }) => id !== onStage?.id);
  const draws = onStage ? [onStage, ...others] : others;
  if (draws.length === 0) return <p className={styles['empty']}>{text.noDraw}</p>;
  return draws.map((draw) => (
    <Guard key={draw.id} part="draw" reset={view}>
      <DrawDetails draw={draw} meeting={meeting} />
    </Guard>
  ));
}
