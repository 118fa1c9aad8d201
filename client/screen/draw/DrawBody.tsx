// A draw, from the list and everyone's chance to the last name.
import { useState } from 'react';
import type { ShownMeeting } from '../../../shared/views/slices/shown.ts';
import type { Body } from '../../live/kinds.ts';
import { DrawBeacon } from './DrawBeacon.tsx';
import { DrawDice } from './DrawDice.tsx';
import { DrawLock } from './DrawLock.tsx';
import { DrawLots } from './DrawLots.tsx';
import { DrawMany, MANY } from './DrawMany.tsx';
import { DrawOne } from './DrawOne.tsx';
import { DrawReady } from './DrawReady.tsx';
import { DrawReveal } from './DrawReveal.tsx';
import { DrawVoid } from './DrawVoid.tsx';
import { DrawWords } from './DrawWords.tsx';
import { useOneByOne } from './use-one-by-one.ts';
import type { BodyProps } from '../kind-props.ts';

export function DrawBody({ body, view }: BodyProps<'draw'>) {
  return <DrawPicture key={body.draw.id} body={body} meeting={view.stage.meeting} />;
}

function DrawPicture({
  body,
  meeting,
}: {
  readonly body: Body<'draw'>;
  readonly meeting: ShownMeeting;
}) {
  const { draw } = body;
  // Names that stood there when this page opened did not come before its eyes.
  const [before] = useState(draw.shown.length);
  const out = useOneByOne(draw.shown.length);
  const { lots } = draw;
  switch (draw.phase) {
    case 'ready':
      return <DrawReady draw={draw} />;
    case 'locked': {
      const { words, dice, beacon } = draw;
      if (beacon?.awaited) return <DrawBeacon draw={draw} beacon={beacon} meeting={meeting} />;
      const { list = null, hash = null } = words ?? {};
      if (lots && (lots.numbering || lots.numbered))
        return <DrawLots draw={draw} lots={lots} meeting={meeting} />;
      // The closed list stands until the first die is read.
      if (dice && (!words || (words.closed && dice.first > 0)))
        return <DrawDice draw={draw} dice={dice} meeting={meeting} />;
      return list && hash !== null ? (
        <DrawWords draw={draw} list={list} hash={hash} />
      ) : (
        <DrawLock draw={draw} meeting={meeting} />
      );
    }
    case 'showing':
    case 'done': {
      // The number stands until the first name.
      if (lots && draw.shown.length === 0)
        return <DrawLots draw={draw} lots={lots} meeting={meeting} />;
      if (draw.dice) return <DrawDice draw={draw} dice={draw.dice} meeting={meeting} />;
      if (draw.take === 1)
        return <DrawOne draw={draw} before={before} code={meeting.code} body={body} />;
      if (draw.take > MANY || draw.pace === 'group')
        return <DrawMany draw={draw} out={out} code={meeting.code} />;
      return <DrawReveal draw={draw} before={before} code={meeting.code} body={body} />;
    }
    case 'void':
      return <DrawVoid draw={draw} />;
  }
}
