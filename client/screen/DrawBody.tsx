// A draw, from the list and everyone's chance to the last name.
import type { DrawView, MeetingCard } from '../../shared/views/slices.ts';
import { DrawLock } from './DrawLock.tsx';
import { DrawReady } from './DrawReady.tsx';
import { DrawReveal } from './DrawReveal.tsx';
import { DrawVoid } from './DrawVoid.tsx';

export function DrawBody({
  draw,
  meeting,
}: {
  readonly draw: DrawView;
  readonly meeting: MeetingCard;
}) {
  switch (draw.phase) {
    case 'ready':
      return <DrawReady draw={draw} />;
    case 'locked':
      return <DrawLock key={draw.id} draw={draw} meeting={meeting} />;
    case 'showing':
    case 'done':
      return <DrawReveal key={draw.id} draw={draw} />;
    case 'void':
      return <DrawVoid draw={draw} />;
  }
}
