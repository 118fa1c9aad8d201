// Names come out one by one: ordinal, red bar, name; then the name's row fills (LOOK.md §5).
import { useLayoutEffect, useRef } from 'react';
import type { DrawView } from '../../shared/views/slices.ts';
import { DrawList, LIST_ONE_COLUMN } from './DrawList.tsx';
import { AssuranceNote } from './DrawParts.tsx';
import { Category, Count, ShortHash } from './Figures.tsx';
import { Frame } from './Frame.tsx';
import { LoneName } from './LoneName.tsx';
import { EASE_OUT, play } from './motion.ts';
import { useStage } from './stage-context.ts';
import styles from './Draw.module.css';

const BAR_MS = 320;
const NAME_MS = 200;
const REST_MS = 900;
const ROW_MS = 160;

export function DrawReveal({ draw }: { readonly draw: DrawView }) {
  const { text } = useStage();
  const root = useRef<HTMLDivElement>(null);
  const shown = draw.shown.length;
  useDrawnMotion(root, shown);
  const latest = draw.shown.at(-1);
  const long = draw.take > LIST_ONE_COLUMN;
  return (
    <Frame
      left={
        <>
          {draw.lockHash !== null && (
            <>
              {text.lock}
              <ShortHash hash={draw.lockHash} />
            </>
          )}
          <span>{text.determined}</span>
        </>
      }
      right={<AssuranceNote draw={draw} />}
    >
      <div ref={root} className={`${styles['reveal'] ?? ''} ${(long && styles['long']) || ''}`}>
        <div>
          <p className={styles['lead']}>{text.purpose(draw.purpose)}</p>
          <Count done={shown} of={draw.take} size={draw.take > 99 ? 14.3 : 22.4} />
          <i className={styles['bar']} data-bar data-empty={shown === 0} />
          <div data-name>
            {latest && !(long && draw.phase === 'done') ? (
              <>
                <LoneName name={latest.name} width={long ? 57.6 : 91.2} />
                <p className={styles['kind']}>
                  {latest.subject ? <Category of={latest.subject} /> : latest.group}
                </p>
              </>
            ) : (
              <p className={styles['state']}>
                {draw.phase === 'done' ? text.allDrawn : text.waitingFirst}
              </p>
            )}
          </div>
        </div>
        <DrawList draw={draw} />
      </div>
    </Frame>
  );
}

/** Plays when exactly one more name has come; a page opened late, or all names at once, show what stands. */
function useDrawnMotion(root: { readonly current: HTMLDivElement | null }, shown: number): void {
  const before = useRef(shown);
  useLayoutEffect(() => {
    const one = shown === before.current + 1;
    before.current = shown;
    if (!one || !root.current) return;
    const find = (selector: string) => root.current?.querySelector(selector);
    play(find('[data-bar]'), [{ transform: 'scaleX(0)' }, { transform: 'none' }], {
      duration: BAR_MS,
    });
    const fade = [{ opacity: 0 }, { opacity: 1 }];
    play(find('[data-name]'), fade, { duration: NAME_MS, delay: BAR_MS });
    play(
      find('[data-latest]'),
      [
        { opacity: 0, transform: 'scaleX(0)' },
        { opacity: 1, transform: 'none' },
      ],
      { duration: ROW_MS, delay: BAR_MS + NAME_MS + REST_MS, easing: EASE_OUT },
    );
  }, [root, shown]);
}
