// The projector: read-only, full screen, rebuilds itself from whatever view comes.
import '@fontsource/ibm-plex-sans-condensed/latin-400.css';
import '@fontsource/ibm-plex-sans-condensed/latin-600.css';
import '@fontsource/ibm-plex-mono/latin-500.css';
import { useEffect, useState } from 'react';
import { NAMESPACE } from '../../shared/protocol.ts';
import { screenText } from '../../shared/text/screen.ts';
import type { ScreenView } from '../../shared/views/audiences/audiences.ts';
import { useKeptAwake } from '../parts/awake.ts';
import { listen } from '../live/until-ended.ts';
import { useLive, useWhole } from '../live/use-live.ts';
import type { Live } from '../live/view-store.ts';
import { Guard } from '../ui/Guard.tsx';
import { useLanguage } from '../ui/language.ts';
import { Seal } from '../ui/Seal.tsx';
import { Slot } from '../ui/Slot.tsx';
import { useTitle } from '../ui/title.ts';
import { useBell, useRings } from '../parts/bell.ts';
import { troubleIn } from '../parts/trouble.ts';
import styles from './ScreenPage.module.css';
import { ScreenBox } from './ScreenBox.tsx';

const CURSOR_REST_MS = 3000;

export function ScreenPage({ code }: { readonly code: string }) {
  const live = useLive<ScreenView>(NAMESPACE.screen, code);
  const cursor = useRestingCursor();
  useFullscreenKey();
  return (
    <main
      className={`stage ${styles['page'] ?? ''}`}
      style={{ cursor: cursor ? 'none' : 'default' }}
      onClick={toggleFullscreen}
    >
      {live && (
        <Guard part="screen" look="stage">
          <LiveScreen live={live} />
        </Guard>
      )}
    </main>
  );
}

function LiveScreen({ live }: { readonly live: Live<ScreenView> }) {
  const lang = useLanguage();
  const text = screenText[lang];
  const state = useWhole(live);
  const { view, status, held, clockOffset } = state;
  useTitle(text.title, view?.stage.meeting.title);
  useKeptAwake(live);
  const trouble = troubleIn(state, text);
  if (view)
    return (
      <div className={styles['fit']}>
        <Guard part="stage" look="stage" reset={view}>
          <ScreenBox view={view} clockOffset={clockOffset} lang={lang} trouble={trouble} />
        </Guard>
        <Guard part="bell" look="none" reset={view}>
          <Rings stage={view.stage} clockOffset={clockOffset} />
        </Guard>
      </div>
    );
  return (
    <div className={styles['opening']} role="status">
      <Seal />
      <p className="line">
        <Slot state={status === 'ended' ? 'empty' : 'waiting'} />
        {status === 'ended' || held ? trouble : text.connecting}
      </p>
      <p className={styles['hint']}>{text.fullscreen}</p>
    </div>
  );
}

/** The hall's bell; until somebody has pressed a key here, a line asks for one, and only before the meeting runs. */
function Rings({
  stage,
  clockOffset,
}: {
  readonly stage: ScreenView['stage'];
  readonly clockOffset: number;
}) {
  const text = screenText[useLanguage()];
  const bell = useBell(true);
  useRings(stage, clockOffset, bell.strike);
  if (bell.allowed || stage.item !== null) return null;
  return <p className={styles['allow']}>{text.allowBell}</p>;
}

/** True once the pointer has rested for three seconds. */
function useRestingCursor(): boolean {
  const [resting, setResting] = useState(false);
  useEffect(() => {
    let timer = 0;
    const moved = () => {
      setResting(false);
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        setResting(true);
      }, CURSOR_REST_MS);
    };
    moved();
    addEventListener('pointermove', moved);
    return () => {
      clearTimeout(timer);
      removeEventListener('pointermove', moved);
    };
  }, []);
  return resting;
}

function useFullscreenKey(): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat;
      if (plain && event.key.toLowerCase() === 'f') toggleFullscreen();
    };
    return listen(window, { keydown: pressed });
  }, []);
}

function toggleFullscreen(): void {
  // A browser may refuse; the page is whole in a window too.
  const refused = () => undefined;
  if (document.fullscreenElement) void document.exitFullscreen().catch(refused);
  else void document.documentElement.requestFullscreen().catch(refused);
}
