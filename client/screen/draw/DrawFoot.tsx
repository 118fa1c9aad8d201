// What stands around drawn names: the lock, that the result stands, and, once all is out, what this screen itself computed.
import type { ReactNode } from 'react';
import type { RunningDraw } from '../../../shared/views/slices/draw-slices.ts';
import { useRecount } from '../../draw/use-recount.ts';
import { AssuranceNote, DiceNote, LockNote } from './DrawParts.tsx';
import { Scene } from '../Scene.tsx';
import { useScreen } from '../screen-context.ts';

export function DrawFoot({
  draw,
  code,
  page = null,
  children,
}: {
  readonly draw: RunningDraw;
  readonly code: string;
  readonly page?: string | null;
  readonly children: ReactNode;
}) {
  const { text } = useScreen();
  const recount = useRecount(code, draw);
  return (
    <Scene
      left={
        <>
          <LockNote draw={draw} />
          <DiceNote draw={draw} />
          <span>
            {draw.replacements.length > 0
              ? (draw.standing.length > 0 ? text.draw.tookOver : text.draw.replaced)(
                  draw.replacements.length,
                )
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
    </Scene>
  );
}
