// Before the first item and where an item has nothing to show: the meeting's name.
import { Scene } from './Scene.tsx';
import type { BodyProps } from './kind-props.ts';
import { LoneName } from './draw/LoneName.tsx';
import { Bar } from './score/Figures.tsx';
import { useScreen } from './screen-context.ts';
import styles from './Idle.module.css';

export function Idle({ view: { stage } }: BodyProps<'idle'>) {
  const { text } = useScreen();
  return (
    <Scene>
      <div className={styles['card']}>
        <LoneName name={stage.meeting.title} width={160} />
        <Bar short />
        <p>{stage.item ? text.pause : text.soon}</p>
      </div>
    </Scene>
  );
}
