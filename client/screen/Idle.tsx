// Before the first item and where an item has nothing to show: the meeting's name.
import { Frame } from './Frame.tsx';
import type { BodyProps } from './kind-props.ts';
import { LoneName } from './draw/LoneName.tsx';
import { useStage } from './stage-context.ts';
import styles from './Idle.module.css';

export function Idle({ view: { stage } }: BodyProps<'idle'>) {
  const { text } = useStage();
  return (
    <Frame>
      <div className={styles['idle']}>
        <LoneName name={stage.meeting.title} width={160} />
        <i className={styles['rule']} />
        <p>{stage.item ? text.pause : text.soon}</p>
      </div>
    </Frame>
  );
}
