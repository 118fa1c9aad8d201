// A live round: the score stands on the hatched bar until the close turns the bar red (LOOK.md §1).
import { clockText, useCountdown } from '../../ui/countdown.ts';
import { Count, Digits } from './Figures.tsx';
import { Scene } from '../Scene.tsx';
import { slotsAreFives, LiveGroups } from './LiveGroups.tsx';
import { Scored } from './ScoreReady.tsx';
import type { ScoreProps } from '../../parts/score-props.ts';
import { useScreen } from '../screen-context.ts';
import { weightsArePercent } from '../../parts/weights.ts';
import styles from './Score.module.css';

export function ScoreLive({ stage, progress, tally }: ScoreProps) {
  const { text, clockOffset } = useScreen();
  const left = useCountdown(stage.countdown, clockOffset);
  const open = stage.phase === 'open';
  const groups = tally?.groups ?? [];
  const score = tally?.score ?? null;
  return (
    <Scene
      left={
        <Digits>{slotsAreFives(progress.groups) ? text.slotIsBallots(5) : text.liveUpdate}</Digits>
      }
      right={
        groups.length > 0 && (
          <span>
            {text.weights(
              groups.map((group) => group.weight),
              weightsArePercent(groups),
            )}
          </span>
        )
      }
    >
      <div className={styles['columns']}>
        <div>
          <Scored subject={stage.subject} width={88} />
          <p className={styles['score']}>{score ?? '—'}</p>
          <i className={styles['bar']} data-final={!open} />
          <p className={styles['state']}>
            {!open ? (
              text.closedFinal
            ) : score === null ? (
              <Digits>{text.whyNoScore(tally?.why ?? null, false)}</Digits>
            ) : (
              <>
                {text.comingIn}
                <span>{text.notFinal}</span>
              </>
            )}
          </p>
          <p className={styles['facts']}>
            {open && left !== null && (
              <span>
                {left < 0 ? text.timeUp : text.closesIn}
                <b>{clockText(left)}</b>
              </span>
            )}
            <span>
              {text.counted}
              <Count done={progress.done} of={progress.expected} size={5.9} />
            </span>
          </p>
        </div>
        <LiveGroups progress={progress.groups} means={groups} />
      </div>
    </Scene>
  );
}
