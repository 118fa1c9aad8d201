// A draw, from the list and everyone's chance to the last name.
import { DrawDice } from './DrawDice.tsx';
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
      const { words, dice } = draw;
      const { list = null, hash = null } = words ?? {};
      // The closed list stands until the first die is read.
      if (dice && (!words || (words.closed && dice.first > 0)))
        return <DrawDice key={`${draw.id}/dice`} draw={draw} dice={dice} meeting={meeting} />;
      return list && hash !== null ? (
        <DrawWords key={`${draw.id}/words`} draw={draw} list={list} hash={hash} />
      ) : (
        <DrawLock key={draw.id} draw={draw} meeting={meeting} />
      );
    }
    case 'showing':
    case 'done': {
      if (draw.dice)
        return <DrawDice key={`${draw.id}/dice`} draw={draw} dice={draw.dice} meeting={meeting} />;
      if (draw.take === 1)
        return <DrawOne key={draw.id} draw={draw} code={meeting.code} body={body} />;
      const Reveal = draw.take > MANY || draw.pace === 'group' ? DrawMany : DrawReveal;
      return <Reveal key={draw.id} draw={draw} code={meeting.code} />;
    }
    case 'void':
      return <DrawVoid draw={draw} />;
  }
}
