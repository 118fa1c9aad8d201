// A void draw is a record with a reason, never a silent retry (R9).
import type { VoidDraw } from '../../../shared/views/slices/draw-slices.ts';
import { DrawTitle, LockNote } from './DrawParts.tsx';
import { Scene } from '../Scene.tsx';
import { LoneName } from './LoneName.tsx';
import { Bar } from '../score/Figures.tsx';
import { useScreen } from '../screen-context.ts';
import styles from './DrawVoid.module.css';

export function DrawVoid({ draw }: { readonly draw: VoidDraw }) {
  const { text } = useScreen();
  return (
    <Scene left={<LockNote draw={draw} />}>
      <DrawTitle draw={draw} />
      <div className={styles['void']}>
        <LoneName name={text.drawVoid} width={160} />
        <Bar short />
        <p className={styles['reason']}>{text.draw.voidWhy(draw.why)}</p>
        <p className={styles['soft']}>{text.voidNote}</p>
      </div>
    </Scene>
  );
}
