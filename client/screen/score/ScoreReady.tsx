// Before the round opens: whose turn it is, and what to have at hand.
import type { ShownSubject } from '../../../shared/views/slices/shown.ts';
import type { ScoreStage } from '../../../shared/views/slices/stage-slices.ts';
import { Bar, Category, Digits } from './Figures.tsx';
import { Scene } from '../Scene.tsx';
import { LoneName } from '../draw/LoneName.tsx';
import { useScreen } from '../screen-context.ts';
import styles from './Score.module.css';

export function ScoreReady({ stage: { subject, ordinal } }: { readonly stage: ScoreStage }) {
  const { text } = useScreen();
  return (
    <Scene
      left={text.readyHint}
      right={ordinal && <Digits>{text.ordinal(ordinal.n, ordinal.of)}</Digits>}
    >
      <Scored subject={subject} width={160} />
      <div className={styles['rule']}>
        <Bar short />
      </div>
      <p className={styles['state']}>{text.getReady}</p>
    </Scene>
  );
}

/** Category and name of the unit; `width` of its column in cqh. */
export function Scored({
  subject,
  width,
}: {
  readonly subject: ShownSubject;
  readonly width: number;
}) {
  return (
    <>
      <p className={styles['lead']}>
        <Category of={subject} width={width} />
      </p>
      <div className={styles['named']}>
        <LoneName name={subject.name} apart={subject.apart} width={width} />
      </div>
    </>
  );
}
