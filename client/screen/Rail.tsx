// Top rail and run strip: where we are. They never move between items.
import type { StageSlice } from '../../shared/views/slices/stage-slices.ts';
import { factsOf } from '../live/kinds.ts';
import { useNow } from '../ui/now.ts';
import { Seal } from '../ui/Seal.tsx';
import styles from './Rail.module.css';
import { useScreen } from './screen-context.ts';
import { timeText } from '../parts/time.ts';

/** Above this many items segments merge. */
const SEGMENTS_MAX = 40;
const MINUTE_MS = 60_000;

export function Rail({ stage }: { readonly stage: StageSlice }) {
  const { text, clockOffset } = useScreen();
  const { meeting, item, items, body } = stage;
  const now = useNow(clockOffset, MINUTE_MS);
  const { subject, round } = factsOf(body);
  const revealed = subject && (round?.phase === 'revealed' || round?.opened);
  return (
    <>
      <header className={styles['rail']}>
        <Seal />
        <span className="grow ellipsis">{meeting.title}</span>
        {item && (
          <span className={styles['item']}>
            {text.item}
            <b>
              {item.n} / {items}
            </b>
          </span>
        )}
        {body.kind !== 'idle' && (
          <span>{revealed ? text.kinds.reveal : text.kinds[body.kind]}</span>
        )}
        <time className={styles['clock']}>{timeText(now, meeting.zone)}</time>
      </header>
      {items > 0 && <RunStrip n={item?.n ?? 0} items={items} />}
    </>
  );
}

function RunStrip({ n, items }: { readonly n: number; readonly items: number }) {
  const segments = Math.min(items, SEGMENTS_MAX);
  // Item n lies in segment ⌈n · segments ÷ items⌉; before the first item nothing is current.
  const current = Math.ceil((n * segments) / items);
  return (
    <div className={styles['strip']} aria-hidden="true">
      {Array.from({ length: segments }, (_, index) => (
        <span
          key={index}
          data-state={index + 1 < current ? 'done' : index + 1 === current ? 'now' : 'ahead'}
        />
      ))}
    </div>
  );
}
