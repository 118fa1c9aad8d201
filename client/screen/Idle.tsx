// Before the first item and where an item has nothing to show: the meeting's name.
import { Frame } from './Frame.tsx';
import { LoneName } from './LoneName.tsx';
import { useStage } from './stage-context.ts';
import styles from './Idle.module.css';

export function Idle({ title, started }: { readonly title: string; readonly started: boolean }) {
  const { text } = useStage();
  return (
    <Frame>
      <div className={styles['idle']}>
        <LoneName name={title} width={160} />
        <i className={styles['rule']} />
        <p>{started ? text.pause : text.soon}</p>
      </div>
    </Frame>
  );
}
