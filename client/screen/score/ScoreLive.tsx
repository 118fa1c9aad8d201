// A live round: one number on the hatched bar, which turns red with the reveal (LOOK.md §1).
import { useEffect, useRef } from 'react';
import type { LiveWaits } from '../../../shared/scoring/live-total.ts';
import { clockText, useCountdown } from '../../ui/countdown.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { Strip } from '../../ui/Strip.tsx';
import { LoneName, nameLength } from '../draw/LoneName.tsx';
import { EASE_MOVE, play } from '../motion.ts';
import { Scene } from '../Scene.tsx';
import { useScreen } from '../screen-context.ts';
import type { ScoreProps } from '../../parts/score-props.ts';
import { Count, Digits, ShortHash } from './Figures.tsx';
import { seatsPerSlot } from './GroupSlots.tsx';
import { LiveGroups } from './LiveGroups.tsx';
import styles from './Live.module.css';

/** Of the name beside the unit's number, in cqh. */
const NAME_WIDTH = 112;
/** Letters that a name may have, with their size in cqh. */
const NAME_SIZES = [
  [12, 9.2],
  [35, 5.9],
  [45, 4.7],
  [84, 3.75],
] as const;
const SMALLEST = 2.8;

export function ScoreLive({ stage, progress, tally }: ScoreProps) {
  const { text, clockOffset } = useScreen();
  const left = useCountdown(stage.countdown, clockOffset);
  const { subject, ordinal, phase } = stage;
  const per = seatsPerSlot(progress);
  const score = tally?.score ?? null;
  const waits = tally?.waits ?? null;
  return (
    <Scene
      left={
        <>
          {waits && <Digits>{text.liveWaits(waits)}</Digits>}
          {waits && <Waiting waits={waits} />}
          {per > 1 && <Digits>{text.slotIsBallots(per)}</Digits>}
        </>
      }
      right={
        tally && tally.root !== null ? (
          <>
            {text.root}
            <ShortHash hash={tally.root} />
          </>
        ) : (
          text.meansLater
        )
      }
    >
      <div className={styles['head']}>
        <CategoryMark mark={subject.category.mark} hue={subject.category.hue} />
        <LoneName
          name={subject.name}
          apart={subject.apart}
          width={NAME_WIDTH}
          max={nameSize(subject.name)}
        />
        {ordinal && (
          <p className={styles['ordinal']}>
            <Digits>{text.ordinal(ordinal.n, ordinal.of)}</Digits>
          </p>
        )}
      </div>
      <p
        className={styles['score']}
        data-long={(score ?? '').length > 4}
        data-none={score === null}
      >
        {score ?? '—'}
      </p>
      <Breath moves={waits?.moves ?? null} />
      <div className={styles['facts']}>
        <p>{text.counted}</p>
        <Count done={progress.done} of={progress.expected} size={14.3} />
        <p className={styles['clock']}>
          {phase === 'open' ? (
            left !== null && (
              <>
                {left < 0 ? text.timeUp : text.closesIn}
                <b>{clockText(left)}</b>
              </>
            )
          ) : (
            <b>{text.scoringClosed}</b>
          )}
        </p>
        <p className={styles['soFar']} data-none={score === null}>
          {score === null ? text.fewBallots : text.soFar}
        </p>
      </div>
      <LiveGroups progress={progress} per={per} />
    </Scene>
  );
}

/** The largest that ends above the number: one line to twelve letters, then two, and three of the longest. */
function nameSize(name: string): number {
  const length = nameLength(name);
  const [, size] = NAME_SIZES.find(([most]) => length <= most) ?? [0, SMALLEST];
  return size;
}

/** Fills with each first ballot and empties with the move, so that a still number is understood. */
function Waiting({ waits }: { readonly waits: LiveWaits }) {
  const states = Array.from({ length: waits.of }, (_, n) => (n < waits.in ? 'filled' : 'empty'));
  return <Strip className={styles['waiting']} states={states} />;
}

/** The hatch under a number that may still change: it shifts by one period with each move. */
function Breath({ moves }: { readonly moves: number | null }) {
  const hatch = useRef<HTMLElement>(null);
  const seen = useRef(moves);
  useEffect(() => {
    if (moves === null || seen.current === moves) return;
    seen.current = moves;
    play(hatch.current, [{ transform: 'translateX(-1.2cqh)' }, { transform: 'none' }], {
      duration: 700,
      easing: EASE_MOVE,
    });
  }, [moves]);
  return (
    <div className={styles['bar']} data-bar>
      <i ref={hatch} />
    </div>
  );
}
