// What else can be done to a round: with a reason reopen it while it is closed, repeat it once it is revealed.
import { consoleText } from '../../../shared/text/console.ts';
import type { RoundId } from '../../../shared/ids.ts';
import type { ScoreStage } from '../../../shared/views/slices/stage-slices.ts';
import { useText } from '../../ui/language.ts';
import { ReasonAct } from '../parts/ReasonAct.tsx';

export function RoundActs({
  body: { round, phase },
}: {
  readonly body: Pick<ScoreStage, 'round' | 'phase'>;
}) {
  if (round === null) return null;
  if (phase === 'closed') return <Reopen round={round} />;
  return phase === 'revealed' ? <Repeat round={round} /> : null;
}

function Reopen({ round }: { readonly round: RoundId }) {
  const words = useText(consoleText).stage;
  return (
    <ReasonAct
      act="ReopenRound"
      key={`reopen/${round}`}
      label={words.reopen}
      what={words.reopenMeans}
      command={(reason) => ({ type: 'ReopenRound', round, reason })}
    />
  );
}

function Repeat({ round }: { readonly round: RoundId }) {
  const words = useText(consoleText).stage;
  return (
    <ReasonAct
      act="RepeatRound"
      key={`repeat/${round}`}
      label={words.repeat}
      what={words.repeatMeans}
      command={(reason) => ({ type: 'RepeatRound', round, reason })}
    />
  );
}
