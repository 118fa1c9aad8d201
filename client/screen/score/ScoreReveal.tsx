// The reveal: the score counts up and rests, then the groups come one after another (LOOK.md §5).
import type { TallySlice } from '../../../shared/views/slices/number-slices.ts';
import type { ScoreStage } from '../../../shared/views/slices/stage-slices.ts';
import { Digits, ShortHash } from './Figures.tsx';
import { Scene } from '../Scene.tsx';
import { Scored } from './ScoreReady.tsx';
import { useCountUp } from '../motion.ts';
import { RevealGroups } from './RevealGroups.tsx';
import { useScreen } from '../screen-context.ts';
import styles from './Score.module.css';

export function ScoreReveal({
  stage,
  tally,
  staged,
}: {
  readonly stage: ScoreStage;
  readonly tally: NonNullable<TallySlice>;
  /** Plays the motion; false where the page was opened after the reveal. */
  readonly staged: boolean;
}) {
  const { text } = useScreen();
  const { score, place } = tally;
  return (
    <Scene
      left={text.groupsThenWeights}
      right={
        tally.root !== null && (
          <>
            {text.root}
            <ShortHash hash={tally.root} />
          </>
        )
      }
    >
      <div className={styles['columns']} data-staged={staged}>
        <div>
          <Scored subject={stage.subject} width={88} />
          {score === null ? (
            <p className={styles['score']}>—</p>
          ) : (
            <Score score={score} staged={staged} />
          )}
          <i className={styles['bar']} data-final="true" />
          {score === null && <p className={styles['state']}>{text.whyNoScore(tally.why)}</p>}
          <p className={styles['facts']}>
            {place && (
              <span className={styles['rank']}>
                <Digits>{text.placeAmong(place.n, place.of)}</Digits>
              </span>
            )}
            <span>
              <Digits>{text.validBallots(tally.ballots)}</Digits>
            </span>
          </p>
        </div>
        <RevealGroups groups={tally.groups} score={score} />
      </div>
    </Scene>
  );
}

function Score({ score, staged }: { readonly score: string; readonly staged: boolean }) {
  const shown = useCountUp(score, staged);
  return (
    <p className={styles['score']} data-final="true" data-long={score.length > 5}>
      <span className={shown === score ? undefined : styles['place']}>{score}</span>
      {shown !== score && (
        <span className={styles['counting']} aria-hidden="true">
          {shown}
        </span>
      )}
    </p>
  );
}
