// Names come out one by one: ordinal, red bar, name; then the name's row fills (LOOK.md §5).
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import type { DrawView } from '../../shared/views/draw-slices.ts';
import { useRecount } from '../draw/use-recount.ts';
import { CellSlots } from './CellSlots.tsx';
import { DrawList } from './DrawList.tsx';
import { About, AssuranceNote } from './DrawParts.tsx';
import { Category, Count, ShortHash } from './Figures.tsx';
import { Frame } from './Frame.tsx';
import { LoneName } from './LoneName.tsx';
import { EASE_OUT, play } from './motion.ts';
import { useStage } from './stage-context.ts';
import styles from './Draw.module.css';

/** Up to this many names leave room below their list. */
const ROOM_BELOW = 8;

const BAR_MS = 320;
const NAME_MS = 200;
const REST_MS = 900;
const ROW_MS = 160;

export function DrawReveal({ draw, code }: { readonly draw: DrawView; readonly code: string }) {
  const { text } = useStage();
  const root = useRef<HTMLDivElement>(null);
  const shown = draw.shown.length;
  useDrawnMotion(root, shown);
  const latest = draw.shown.at(-1);
  return (
    <DrawFoot draw={draw} code={code}>
      <div ref={root} className={styles['reveal']}>
        <div>
          <p className={styles['lead']}>{text.draw.purposes[draw.purpose]}</p>
          <Count done={shown} of={draw.take} size={17.9} />
          <i className={styles['bar']} data-bar data-empty={shown === 0} />
          <div data-name>
            {latest ? (
              <>
                <LoneName name={latest.name} width={91.2} />
                <p className={styles['kind']}>
                  {latest.subject ? <Category of={latest.subject} /> : latest.group}
                </p>
              </>
            ) : (
              <p className={styles['state']}>{text.waitingFirst}</p>
            )}
          </div>
          <div className={styles['corner']}>
            <CellSlots draw={draw} />
          </div>
        </div>
        <div>
          <DrawList draw={draw} />
          {draw.take <= ROOM_BELOW && draw.visits.length > 0 && (
            <div className={styles['corner']}>
              <About draw={draw} rows={2} />
            </div>
          )}
        </div>
      </div>
    </DrawFoot>
  );
}

/** The lock, that the result stands, and, once all is out, what this screen itself computed from it. */
export function DrawFoot({
  draw,
  code,
  page = null,
  children,
}: {
  readonly draw: DrawView;
  readonly code: string;
  readonly page?: string | null;
  readonly children: ReactNode;
}) {
  const { text } = useStage();
  const recount = useRecount(code, draw);
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
          <span>
            {draw.replacements.length > 0
              ? text.draw.replaced(draw.replacements.length)
              : recount === null
                ? text.determined
                : text.draw.recount[recount]}
          </span>
        </>
      }
      right={
        <>
          {page}
          <AssuranceNote draw={draw} brief={page !== null || recount !== null} />
        </>
      }
    >
      {children}
    </Frame>
  );
}

/** Plays when exactly one more name has come; a page opened late, or all names at once, show what stands. */
export function useDrawnMotion(
  root: { readonly current: HTMLDivElement | null },
  shown: number,
): void {
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
