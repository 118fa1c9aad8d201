// The reveal in beats: the groups one after another, a rest, then the total (LOOK.md §5). From the close on, nothing moves house.
import type { TallySlice } from '../../../shared/views/slices/number-slices.ts';
import type { ShownSubject } from '../../../shared/views/slices/shown.ts';
import type { ScoreStage } from '../../../shared/views/slices/stage-slices.ts';
import { Category, Digits, ShortHash } from './Figures.tsx';
import { Scene } from '../Scene.tsx';
import { LoneName, nameLength } from '../draw/LoneName.tsx';
import { useCount } from '../motion.ts';
import { RevealGroups } from './RevealGroups.tsx';
import { useInTurn } from './beats.ts';
import { useScreen } from '../screen-context.ts';
import styles from './Reveal.module.css';

/** Of the column of name and number, in cqh. */
const WIDTH = 83.4;

/** Names of at most so many letters, what tells them apart among them, stand above the number in letters of so many cqh. */
const NAMES = [
  [9, 14.3],
  [20, 7.3],
  [26, 5.9],
  [48, 4.7],
  [83, 3.75],
  [124, 3.2],
] as const;
const SMALLEST = 2.8;

export function ScoreReveal({
  stage,
  tally: newest,
  from,
  staged,
}: {
  readonly stage: ScoreStage;
  readonly tally: NonNullable<TallySlice>;
  /** What stood at the close; null where nothing did, and where the page was opened after the reveal. */
  readonly from: string | null;
  /** Plays the motion; false where the page was opened after this beat. */
  readonly staged: boolean;
}) {
  const { text } = useScreen();
  const beat = useInTurn({ tally: newest, newest: stage.opened?.newest ?? [] }, staged);
  const { tally } = beat;
  const { final, score, why, place, ballots, root } = tally;
  const shown = useCount(from, final ? score : null);
  const total = { from, shown: final ? shown : from, final };
  return (
    <Scene
      left={final ? text.groupsThenWeights : text.lightestFirst}
      right={
        root !== null && (
          <>
            {text.root}
            <ShortHash hash={root} />
          </>
        )
      }
    >
      <div
        className={styles['columns']}
        data-final={final}
        data-from={from === null ? 'nothing' : 'live'}
      >
        <div>
          <p className={styles['lead']}>
            <Category of={stage.subject} width={WIDTH} />
          </p>
          <div className={styles['named']}>
            <LoneName
              name={stage.subject.name}
              apart={stage.subject.apart}
              width={WIDTH}
              max={nameMost(stage.subject)}
            />
          </div>
          <p
            className={styles['score']}
            data-long={((final ? score : from) ?? '').length > 5}
            data-none={total.shown === null}
          >
            {!final && from === null ? (
              <span className={styles['sealed']}>
                <span>{text.sealedGroup}</span>
              </span>
            ) : (
              <>
                <span className="visually-hidden">{final ? (score ?? '—') : from}</span>
                <b aria-hidden="true">{total.shown ?? '—'}</b>
              </>
            )}
          </p>
          <i className={styles['bar']} data-bar />
          <div className={styles['under']}>
            <p className={styles['state']} aria-hidden={final}>
              {from !== null && text.frozen}
              <span>{text.scoreLast(from === null)}</span>
            </p>
            <p className={styles['facts']} aria-hidden={!final}>
              {final && (
                <>
                  {score === null && <span className={styles['rank']}>{text.whyNoScore(why)}</span>}
                  {place && (
                    <span className={styles['rank']}>
                      <Digits>{text.placeAmong(place.n, place.of)}</Digits>
                    </span>
                  )}
                  <span>
                    <Digits>{text.validBallots(ballots)}</Digits>
                  </span>
                </>
              )}
            </p>
          </div>
        </div>
        <RevealGroups groups={tally.groups} newest={beat.newest} total={total} />
      </div>
    </Scene>
  );
}

function nameMost({ name, apart }: ShownSubject): number {
  const length = nameLength(name) + (apart ? 4 : 0);
  return NAMES.find(([most]) => length <= most)?.[1] ?? SMALLEST;
}
