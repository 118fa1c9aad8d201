// The moderator's one obvious next step: the act, what follows, whether it can be undone (LOOK.md §6).
import { useView } from '../parts/console-context.ts';
import { DiceStep } from './DiceStep.tsx';
import { StepCard } from './StepCard.tsx';

export function NextStepBox() {
  const { act, command } = useView((view) => view.control.next);
  const { body } = useView((view) => view.control.stage);
  if (act === 'read-entropy' && command === null && body.kind === 'draw' && body.draw.id !== null) {
    const { id, sources } = body.draw;
    const dice = sources.find(({ type }) => type === 'dice10' || type === 'dice6');
    return <DiceStep key={id} draw={id} count={dice?.count ?? 0} six={dice?.type === 'dice6'} />;
  }
  return <StepCard command={command} />;
}
