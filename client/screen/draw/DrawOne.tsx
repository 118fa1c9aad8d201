// One name alone, and whom a questioner asks.
import { useRef } from 'react';
import { isTimed } from '../../ui/countdown.ts';
import { Asked } from './DrawAbout.tsx';
import { DrawFoot } from './DrawFoot.tsx';
import type { RevealProps } from './DrawReveal.tsx';
import { QuestionClock } from './QuestionClock.tsx';
import { NewestName } from './NewestName.tsx';
import { insteadOf, standingNames } from '../../parts/stand-ins.ts';
import { useScreen } from '../screen-context.ts';
import { useDrawnMotion } from './use-drawn-motion.ts';
import styles from './DrawOne.module.css';

export function DrawOne({ draw, before, code, body }: RevealProps) {
  const { text } = useScreen();
  const root = useRef<HTMLDivElement>(null);
  useDrawnMotion(root, draw.shown.length, before);
  // Whoever came from the reserve asks instead.
  const [now] = standingNames(draw);
  // Who would rather not ask is not named to the hall; the foot says that the next one came.
  const isTold = draw.replacements.at(-1)?.why !== 'declined';
  return (
    <DrawFoot draw={draw} code={code}>
      <div ref={root} className={styles['one']}>
        <NewestName
          lead={text.draw.title(draw.purpose, draw.of, draw.take)}
          drawn={now}
          width={160}
          max={isTimed(body) ? 14.3 : 17.9}
          insteadOf={isTold ? insteadOf(draw, now) : null}
        />
        {draw.asked && <Asked subject={draw.asked} />}
        {draw.phase === 'done' && <QuestionClock body={body} />}
      </div>
    </DrawFoot>
  );
}
