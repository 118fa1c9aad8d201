// One name alone, and whom a questioner asks.
import { useRef } from 'react';
import type { RunningDraw } from '../../../shared/views/slices/draw-slices.ts';
import type { Body } from '../../live/kinds.ts';
import { Asked } from './DrawAbout.tsx';
import { DrawFoot } from './DrawFoot.tsx';
import { QuestionClock } from './QuestionClock.tsx';
import { NewestName } from './NewestName.tsx';
import { insteadOf, standingNames } from '../../parts/stand-ins.ts';
import { useScreen } from '../screen-context.ts';
import { useDrawnMotion } from './use-drawn-motion.ts';
import styles from './DrawOne.module.css';

export function DrawOne({
  draw,
  code,
  body,
}: {
  readonly draw: RunningDraw;
  readonly code: string;
  readonly body: Body<'draw'>;
}) {
  const { text } = useScreen();
  const root = useRef<HTMLDivElement>(null);
  useDrawnMotion(root, draw.shown.length);
  // Whoever came from the reserve asks instead.
  const [now] = standingNames(draw);
  return (
    <DrawFoot draw={draw} code={code}>
      <div ref={root} className={styles['one']}>
        <NewestName
          lead={text.draw.title(draw.purpose, draw.of, draw.take)}
          drawn={now}
          width={160}
          max={17.9}
          insteadOf={insteadOf(draw, now)}
        />
        {draw.asked && <Asked subject={draw.asked} />}
        {draw.phase === 'done' && <QuestionClock body={body} />}
      </div>
    </DrawFoot>
  );
}
