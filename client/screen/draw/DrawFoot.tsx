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
  // The digits themselves say that the result stands.
  const dice = draw.sources.some(({ digits }) => digits !== null);
  const told =
    draw.replacements.length > 0
      ? (draw.standing.length > 0 ? text.draw.tookOver : text.draw.replaced)(
          draw.replacements.length,
        )
      : recount !== null
        ? text.draw.recount[recount]
        : dice
          ? null
          : text.determined;
  return (
    <Scene
      left={
        <>
          <LockNote draw={draw} brief={dice} />
          <DiceNote draw={draw} />
          {told !== null && <span>{told}</span>}
        </>
      }
      right={
        <>
          {page}
          {(!dice || told === null) && (
            <AssuranceNote draw={draw} brief={page !== null || recount !== null || dice} />
          )}
        </>
      }
    >
      {children}
    </Scene>
  );
}
