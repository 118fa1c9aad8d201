// Before the lock: who can be drawn, how many, and everyone's chance.
import type { DrawView } from '../../shared/views/slices.ts';
import { Chance, DrawTitle, Sources } from './DrawParts.tsx';
import { Frame } from './Frame.tsx';
import { useStage } from './stage-context.ts';
import styles from './Draw.module.css';

export function DrawReady({ draw }: { readonly draw: DrawView }) {
  const { text } = useStage();
  return (
    <Frame left={text.beforeLock}>
      <DrawTitle draw={draw} />
      <div className={styles['ready']}>
        <Chance draw={draw} size={22.4} />
        <Sources draw={draw} />
      </div>
    </Frame>
  );
}
