// A draw, from the list and everyone's chance to the last name.
import { DrawLock } from './DrawLock.tsx';
import { DrawMany, MANY } from './DrawMany.tsx';
import { DrawOne } from './DrawOne.tsx';
import { DrawReady } from './DrawReady.tsx';
import { DrawReveal } from './DrawReveal.tsx';
import { DrawVoid } from './DrawVoid.tsx';
import { DrawWords } from './DrawWords.tsx';
import type { BodyProps } from '../kind-props.ts';

export function DrawBody({ body, view }: BodyProps<'draw'>) {
  const { draw } = body;
  const { meeting } = view.stage;
  switch (draw.phase) {
    case 'ready':
      return <DrawReady draw={draw} />;
    case 'locked': {
      const { list = null, hash = null } = draw.words ?? {};
      return list && hash !== null ? (
        <DrawWords key={`${draw.id}/words`} draw={draw} list={list} hash={hash} />
      ) : (
        <DrawLock key={draw.id} draw={draw} meeting={meeting} />
      );
    }
    case 'showing':
    case 'done': {
      if (draw.take === 1)
        return <DrawOne key={draw.id} draw={draw} code={meeting.code} body={body} />;
      const Reveal = draw.take > MANY ? DrawMany : DrawReveal;
      return <Reveal key={draw.id} draw={draw} code={meeting.code} />;
    }
    case 'void':
      return <DrawVoid draw={draw} />;
  }
}
