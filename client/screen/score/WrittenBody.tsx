// The written round on stage: how many units, how many ballots are in, whose group has finished; at last its results.
import type {
  BoardRow,
  BoardSlice,
  ProgressSlice,
} from '../../../shared/views/slices/number-slices.ts';
import type { WrittenStage } from '../../../shared/views/slices/stage-slices.ts';
import { BoardRows } from '../board/BoardRows.tsx';
import { Digits } from './Figures.tsx';
import { Scene } from '../Scene.tsx';
import { seatsPerSlot } from './GroupSlots.tsx';
import { Closed, SealNote, SlotsIn } from './Split.tsx';
import type { BodyProps } from '../kind-props.ts';
import { LoneName } from '../draw/LoneName.tsx';
import { useScreen } from '../screen-context.ts';
import { usePages } from '../board/use-pages.ts';
import boardStyles from '../board/Board.module.css';
import styles from '../Split.module.css';

const PAGE = 10;

export function WrittenBody({ body, view: { progress, board } }: BodyProps<'written'>) {
  if (body.phase === 'revealed') return <WrittenResults stage={body} board={board} />;
  return <WrittenProgress stage={body} progress={progress} />;
}

function WrittenProgress({
  stage: { kind, phase, subjects },
  progress,
}: {
  readonly stage: WrittenStage;
  readonly progress: ProgressSlice;
}) {
  const { text } = useScreen();
  const words = text.written;
  const ready = phase === 'ready';
  return (
    <Scene
      left={ready ? text.readyHint : <SealNote>{text.sealed}</SealNote>}
      right={!ready && <Digits>{words.slotIs(seatsPerSlot(progress))}</Digits>}
    >
      <div className={styles['split']}>
        <div>
          <p className={styles['lead']}>
            <Digits>{words.units(subjects)}</Digits>
          </p>
          <div className={styles['named']}>
            <LoneName name={text.kinds[kind]} width={57.6} />
          </div>
          {phase === 'closed' ? (
            <Closed />
          ) : (
            <p className={styles['state']}>{ready ? text.getReady : text.pleaseScore}</p>
          )}
          {phase === 'open' && <p className="quiet">{words.beside}</p>}
        </div>
        {!ready && (
          <SlotsIn progress={progress} size={countSize(progress.expected)}>
            {text.ballotsIn}
          </SlotsIn>
        )}
      </div>
    </Scene>
  );
}

/** By the place within the round; the places among all units are the board's. */
function WrittenResults({
  stage: { round },
  board,
}: {
  readonly stage: WrittenStage;
  readonly board: BoardSlice;
}) {
  const { text } = useScreen();
  const own = board.rows.filter((row) => row.round === round);
  const rows = own.map((row): BoardRow => ({
    ...row,
    rank: row.roundRank,
    moved: 0,
    latest: false,
  }));
  const { now, pages } = usePages(Math.max(1, Math.ceil(rows.length / PAGE)));
  return (
    <Scene
      key={now}
      left={text.written.placeNote}
      right={pages > 1 && <Digits>{text.page(now + 1, pages)}</Digits>}
    >
      <div className={boardStyles['head']}>
        <h1 className="ellipsis">{text.written.results}</h1>
        <p>
          <Digits>{text.written.units(rows.length)}</Digits>
        </p>
      </div>
      <BoardRows rows={rows.slice(now * PAGE, now * PAGE + PAGE)} all={rows} />
    </Scene>
  );
}

/** In cqh, by the digits of the larger number: both stand beside a word in one line. */
function countSize(expected: number): number {
  const digits = String(expected).length;
  return digits <= 3 ? 17.9 : digits === 4 ? 14.3 : 11.4;
}
