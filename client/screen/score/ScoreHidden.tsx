// A round whose scores stay hidden: how many ballots came from each group, and nothing else (R6).
import { clockText, useCountdown } from '../../ui/countdown.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { Digits, ShortHash } from './Figures.tsx';
import { Scene } from '../Scene.tsx';
import { seatsPerSlot } from './GroupSlots.tsx';
import { Closed, SealNote, SlotsIn } from './Split.tsx';
import { LoneName, lineSize } from '../draw/LoneName.tsx';
import type { ScoreProps } from '../../parts/score-props.ts';
import { useScreen } from '../screen-context.ts';
import styles from '../Split.module.css';

export function ScoreHidden({ stage, progress, tally }: ScoreProps) {
  const root = tally?.root ?? null;
  const { text, clockOffset } = useScreen();
  const left = useCountdown(stage.countdown, clockOffset);
  const { subject, phase } = stage;
  const { groups } = progress;
  const sum = (of: (group: (typeof groups)[number]) => number) =>
    groups.reduce((total, group) => total + of(group), 0);
  const outside = text.notCounting(
    sum((group) => group.recused),
    sum((group) => group.absent),
  );
  const per = seatsPerSlot(progress);
  return (
    <Scene
      left={<SealNote>{text.sealed}</SealNote>}
      right={
        root !== null ? (
          <>
            {text.root}
            <ShortHash hash={root} />
          </>
        ) : (
          (outside !== '' || per > 1) && (
            <Digits>{per > 1 ? text.slotIsBallots(per) : outside}</Digits>
          )
        )
      }
    >
      <div className={styles['split']}>
        <div>
          <p className={styles['lead']}>
            <CategoryMark mark={subject.category.mark} hue={subject.category.hue} />
            {phase === 'open' ? (
              text.pleaseScore
            ) : (
              // The mark takes two letters of this line.
              <span
                className="ellipsis"
                style={{ fontSize: `${lineSize(subject.category.name, 47, 4.7)}cqh` }}
              >
                {subject.category.name}
              </span>
            )}
          </p>
          <div className={styles['named']}>
            <LoneName name={subject.name} apart={subject.apart} width={57.6} />
          </div>
          {phase !== 'open' ? (
            <Closed />
          ) : (
            left !== null && (
              <>
                <p className="quiet">{left < 0 ? text.timeUp : text.closesIn}</p>
                <p className={styles['clock']}>{clockText(left)}</p>
              </>
            )
          )}
        </div>
        <SlotsIn progress={progress}>{text.ballotsIn}</SlotsIn>
      </div>
    </Scene>
  );
}
