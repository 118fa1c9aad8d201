// What else can be done to the draw on stage: ask again, the next of its reserve, void it.
import { PURPOSES } from '../../../shared/meeting/draws/purposes.ts';
import { consoleText } from '../../../shared/text/console.ts';
import type { DrawId } from '../../../shared/ids.ts';
import type { DrawView } from '../../../shared/views/slices/draw-slices.ts';
import { useText } from '../../ui/language.ts';
import { ReasonAct } from '../parts/ReasonAct.tsx';
import { DrawQuestioner } from './DrawQuestioner.tsx';
import type { OnStageProps } from './kind-props.ts';
import { NextInLine } from './NextInLine.tsx';

export function DrawActs({ body: { draw } }: OnStageProps<'draw'>) {
  const { id, purpose, phase, sources, standing } = draw;
  return (
    <>
      {PURPOSES[purpose].asks && phase === 'done' && <DrawQuestioner />}
      {id !== null && <NextInLine key={id} draw={id} standing={standing} />}
      {(phase === 'locked' || phase === 'showing') && <VoidDraw id={id} sources={sources} />}
    </>
  );
}

function VoidDraw({ id, sources }: { readonly id: DrawId; readonly sources: DrawView['sources'] }) {
  const words = useText(consoleText).stage;
  const types = sources.map(({ type }) => type);
  const salted = types.includes('salt') || types.includes('kept');
  const thrown = types.includes('dice10') || types.includes('dice6');
  return (
    <ReasonAct
      act="VoidDraw"
      key={id}
      label={words.voidDraw}
      what={words.voidMeans[salted ? (thrown ? 'unsalted' : 'dice') : 'same']}
      command={(why) => ({ type: 'VoidDraw', draw: id, why })}
    />
  );
}
