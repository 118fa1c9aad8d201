// A void draw is a record with a reason, never a silent retry (R9).
import type { VoidDraw } from '../../../shared/views/slices/draw-slices.ts';
import { DrawTitle, LockNote } from './DrawParts.tsx';
import { Frame } from '../Frame.tsx';
import { LoneName } from './LoneName.tsx';
import { useStage } from '../stage-context.ts';
import styles from './DrawVoid.module.css';

export function DrawVoid({ draw }: { readonly draw: VoidDraw }) {
  const { text } = useStage();
  return (
    <Frame left={<LockNote draw={draw} />}>
      <DrawTitle draw={draw} />
      <div className={styles['void']}>
        <LoneName name={text.drawVoid} width={160} />
        <i />
        <p className={styles['reason']}>{draw.why}</p>
        <p className={styles['soft']}>{text.voidNote}</p>
      </div>
    </Frame>
  );
}
