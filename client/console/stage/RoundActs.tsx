// What else can be done to a round: with a reason reopen it before anything of it is revealed, repeat it once all is.
import { consoleText } from '../../../shared/text/console.ts';
import type { ScoreStage } from '../../../shared/views/slices/stage-slices.ts';
import { useText } from '../../ui/language.ts';
import { ReasonAct } from '../parts/ReasonAct.tsx';

const ACTS = { reopen: 'ReopenRound', repeat: 'RepeatRound' } as const;

export function RoundActs({
  body: { round, phase, opened },
}: {
  readonly body: Pick<ScoreStage, 'round' | 'phase'> & Partial<Pick<ScoreStage, 'opened'>>;
}) {
  const words = useText(consoleText).stage;
  const how = phase === 'closed' && !opened ? 'reopen' : phase === 'revealed' ? 'repeat' : null;
  if (round === null || how === null) return null;
  const act = ACTS[how];
  return (
    <ReasonAct
      act={act}
      key={`${how}/${round}`}
      label={words[how]}
      what={words[`${how}Means`]}
      command={(reason) => ({ type: act, round, reason })}
    />
  );
}
