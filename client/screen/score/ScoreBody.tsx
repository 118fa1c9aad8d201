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
  // A page that is opened after the reveal shows what stands, without staging it again.
  const [first] = useState(stage.phase);
  const [moved] = useState(stage.moves);
  switch (stage.phase) {
    case 'ready':
      return <ScoreReady stage={stage} />;
    case 'open':
      return stage.disclosure === 'live' ? <ScoreLive {...props} /> : <ScoreHidden {...props} />;
    case 'closed':
      // The final score is the reveal's; the live one stood some ballots behind it and is gone.
      return tally ? <ScoreLive {...props} /> : <ScoreHidden {...props} />;
    case 'revealed':
      if (stage.moves)
        return <BoardMove board={view.board} subject={stage.subject.id} staged={!moved} />;
      return tally ? (
        <ScoreReveal stage={stage} tally={tally} staged={first !== 'revealed'} />
      ) : (
        <ScoreHidden {...props} />
      );
    default:
      return unreachable(stage.phase);
  }
}
