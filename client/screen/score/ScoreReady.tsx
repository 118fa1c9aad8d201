// Before the round opens: whose turn it is, and what to have at hand.
import type { ScoreStage } from '../../../shared/views/slices/stage-slices.ts';
import { Bar, Category, Digits } from './Figures.tsx';
import { Scene } from '../Scene.tsx';
import { LoneName } from '../draw/LoneName.tsx';
import { useScreen } from '../screen-context.ts';
import styles from './ScoreReady.module.css';

/** Of the whole picture, in cqh. */
const WIDTH = 160;

export function ScoreReady({ stage: { subject, ordinal } }: { readonly stage: ScoreStage }) {
  const { text } = useScreen();
  return (
    <Scene
      left={text.readyHint}
      right={ordinal && <Digits>{text.ordinal(ordinal.n, ordinal.of)}</Digits>}
    >
      <p className={styles['lead']}>
        <Category of={subject} width={WIDTH} />
      </p>
      <div className={styles['named']}>
        <LoneName name={subject.name} apart={subject.apart} width={WIDTH} />
      </div>
      <div className={styles['rule']}>
        <Bar short />
      </div>
      <p className={styles['state']}>{text.getReady}</p>
    </Scene>
  );
}
