// Names come out one by one: ordinal, red bar, name; then the name's row fills (LOOK.md §5).
import { useRef } from 'react';
import type { RunningDraw } from '../../../shared/views/slices/draw-slices.ts';
import type { Body } from '../../live/kinds.ts';
import { isTimed } from '../../ui/countdown.ts';
import { CellSlots } from './CellSlots.tsx';
import { CheckCode } from './CheckCode.tsx';
import { About } from './DrawAbout.tsx';
import { DrawFoot } from './DrawFoot.tsx';
import { DrawList } from './DrawList.tsx';
import { Count } from '../score/Figures.tsx';
import { NewestName } from './NewestName.tsx';
import { cameLast, insteadOf } from '../../parts/stand-ins.ts';
import { QuestionClock } from './QuestionClock.tsx';
import { useScreen } from '../screen-context.ts';
import { useDrawnMotion } from './use-drawn-motion.ts';
import styles from './DrawReveal.module.css';

/** Up to this many names leave room below their list. */
const ROOM_BELOW = 8;

export interface RevealProps {
  readonly draw: RunningDraw;
  /** Names that stood there when the page opened. */
  readonly before: number;
  readonly code: string;
  readonly body: Body<'draw'>;
}

export function DrawReveal({ draw, before, code, body }: RevealProps) {
  const { text } = useScreen();
  const root = useRef<HTMLDivElement>(null);
  const shown = draw.shown.length;
  const hasClock = draw.phase === 'done' && isTimed(body);
  const hasBelow = hasClock || draw.visits.length > 0 || draw.phase === 'done';
  // Whoever came from the reserve is the newest name.
  const now = cameLast(draw) ?? draw.shown.at(-1);
  useDrawnMotion(root, shown, before);
  return (
    <DrawFoot draw={draw} code={code}>
      <div ref={root} className={styles['reveal']}>
        <div className="anchor">
          <NewestName
            lead={text.draw.purposes[draw.purpose]}
            drawn={now}
            width={91.2}
            insteadOf={insteadOf(draw, now)}
          >
            <Count done={shown} of={draw.take} size={17.9} />
          </NewestName>
          <div className={styles['corner']}>
            <CellSlots draw={draw} />
          </div>
        </div>
        <div className="anchor slim">
          <DrawList draw={draw} />
          {draw.take <= ROOM_BELOW && hasBelow && (
            <div className={styles['corner']}>
              {hasClock ? (
                <QuestionClock body={body} />
              ) : draw.visits.length > 0 ? (
                <About draw={draw} rows={2} />
              ) : (
                <CheckCode code={code} draw={draw.id} />
              )}
            </div>
          )}
        </div>
      </div>
    </DrawFoot>
  );
}
