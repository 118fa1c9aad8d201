// A unit is scored: ready, open (sealed or live), closed, revealed.
import { useState } from 'react';
import { unreachable } from '../../../shared/ids.ts';
import type { BodyProps } from '../kind-props.ts';
import { BoardMove } from '../board/BoardMove.tsx';
import { ScoreLive } from './ScoreLive.tsx';
import { ScoreReady } from './ScoreReady.tsx';
import { ScoreReveal } from './ScoreReveal.tsx';
import { ScoreHidden } from './ScoreHidden.tsx';
import { tallyOf, type ScoreProps } from '../../parts/score-props.ts';

/** It has a key per subject and attempt. */
export function ScoreBody({ body: stage, view }: BodyProps<'score'>) {
  const tally = tallyOf(stage, view.tally);
  const props: ScoreProps = { stage, tally, progress: view.progress };
  // A page that is opened amid the reveal begins with what stands, without staging it again.
  const [begins] = useState(stage.phase !== 'revealed' && stage.opened === null);
  // The total travels from what this page has shown last.
  const [from, setFrom] = useState<string | null>(null);
  if (tally && !tally.final && tally.score !== from) setFrom(tally.score);
  const [moved] = useState(stage.moves);
  switch (stage.phase) {
    case 'ready':
      return <ScoreReady stage={stage} />;
    case 'open':
      return stage.disclosure === 'live' ? <ScoreLive {...props} /> : <ScoreHidden {...props} />;
    case 'closed':
    case 'revealed':
      if (stage.moves)
        return <BoardMove board={view.board} subject={stage.subject.id} staged={!moved} />;
      if (tally && (stage.opened || tally.final))
        return <ScoreReveal stage={stage} tally={tally} from={from} staged={begins} />;
      // Until the first key the number stands where everybody has seen it.
      return stage.disclosure === 'live' ? <ScoreLive {...props} /> : <ScoreHidden {...props} />;
    default:
      return unreachable(stage.phase);
  }
}
