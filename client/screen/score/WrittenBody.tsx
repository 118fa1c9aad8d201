// The written round on stage: how many units, how many ballots are in, whose group has finished; at last turnout and spread.
import type { ProgressSlice } from '../../../shared/views/slices/number-slices.ts';
import type { WrittenStage } from '../../../shared/views/slices/stage-slices.ts';
import { Digits } from './Figures.tsx';
import { Scene } from '../Scene.tsx';
import { seatsPerSlot } from './GroupSlots.tsx';
import { Closed, SealNote, SlotsIn } from './Split.tsx';
import type { BodyProps } from '../kind-props.ts';
import { LoneName } from '../draw/LoneName.tsx';
import { useScreen } from '../screen-context.ts';
import { WrittenSpread } from './WrittenSpread.tsx';
import styles from '../Split.module.css';

export function WrittenBody({ body, view: { progress, spread } }: BodyProps<'written'>) {
  const name = useScreen().text.kinds[body.kind];
  if (body.phase === 'revealed' && spread) return <WrittenSpread name={name} spread={spread} />;
  return <WrittenProgress name={name} stage={body} progress={progress} />;
}

function WrittenProgress({
  name,
  stage: { phase, subjects },
  progress,
}: {
  readonly name: string;
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
            <LoneName name={name} width={57.6} />
          </div>
          {phase === 'closed' ? (
            <Closed />
          ) : (
            <p className={styles['state']}>{ready ? text.getReady : text.pleaseScore}</p>
          )}
          {phase === 'open' && <p className="quiet">{words.atLeisure}</p>}
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

/** In cqh, by the digits of the larger number: both stand beside a word in one line. */
function countSize(expected: number): number {
  const digits = String(expected).length;
  return digits <= 3 ? 17.9 : digits === 4 ? 14.3 : 11.4;
}
