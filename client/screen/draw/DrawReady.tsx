// Before the lock: who can be drawn, how many, and everyone's chance.
import type { ReadyDraw } from '../../../shared/views/slices/draw-slices.ts';
import { About, isCrowded } from './DrawAbout.tsx';
import { AssuranceNote, Chance, DrawTitle, Sources } from './DrawParts.tsx';
import { PoolNote } from './PoolNote.tsx';
import { Scene } from '../Scene.tsx';
import { useScreen } from '../screen-context.ts';
import styles from './DrawReady.module.css';

export function DrawReady({ draw }: { readonly draw: ReadyDraw }) {
  const { text } = useScreen();
  const waits = draw.sources.some(({ wanted }) => wanted);
  return (
    <Scene
      left={waits ? text.beforeKept : text.beforeLock}
      right={<AssuranceNote draw={draw} brief />}
    >
      <DrawTitle draw={draw} />
      <div className={styles['ready']}>
        <div>
          <Chance draw={draw} size={isCrowded(draw) ? 11.4 : draw.cells.length > 0 ? 17.9 : 22.4} />
          <div className={styles['about']}>
            <About draw={draw} rows={3} />
            {!isCrowded(draw) && <PoolNote draw={draw} />}
          </div>
        </div>
        <div>
          <Sources draw={draw} />
          {isCrowded(draw) && <PoolNote draw={draw} />}
        </div>
      </div>
    </Scene>
  );
}
