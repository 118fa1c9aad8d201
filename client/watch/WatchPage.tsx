// The viewers' page: what is on, what stands, and the draw's lock to compare. Read-only, phone first.
import { NAMESPACE } from '../../shared/protocol.ts';
import { commonText } from '../../shared/text/common.ts';
import { watchText } from '../../shared/text/watch.ts';
import type { PublicView } from '../../shared/views/audiences/audiences.ts';
import { useLive, useWhole } from '../live/use-live.ts';
import type { Live } from '../live/view-store.ts';
import { troubleIn } from '../parts/trouble.ts';
import { HealedBy } from '../ui/HealedBy.tsx';
import { useText } from '../ui/language.ts';
import { Seal } from '../ui/Seal.tsx';
import { Slot } from '../ui/Slot.tsx';
import { useTitle } from '../ui/title.ts';
import { WatchView } from './WatchView.tsx';
import styles from './WatchPage.module.css';

export function WatchPage({ code }: { readonly code: string }) {
  const live = useLive<PublicView>(NAMESPACE.public, code);
  return (
    live && (
      <HealedBy live={live} part="watch">
        <LiveWatch live={live} />
      </HealedBy>
    )
  );
}

function LiveWatch({ live }: { readonly live: Live<PublicView> }) {
  const text = useText(watchText);
  const common = useText(commonText);
  const state = useWhole(live);
  const { view, status, clockOffset } = state;
  const trouble = troubleIn(state, text);
  if (view)
    return <WatchView view={view} clockOffset={clockOffset} status={status} trouble={trouble} />;
  return <Opening isOver={status === 'ended'}>{trouble ?? common.loading}</Opening>;
}

function Opening({ isOver, children }: { readonly isOver: boolean; readonly children: string }) {
  const text = useText(watchText);
  useTitle(text.title);
  return (
    <main className={styles['opening']} role="status">
      <Seal />
      <p>
        <Slot state={isOver ? 'empty' : 'waiting'} /> {children}
      </p>
      {isOver && <a href="/">{text.home}</a>}
    </main>
  );
}
