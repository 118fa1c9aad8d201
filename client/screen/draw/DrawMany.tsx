// A large panel, shown at once: all names over the full width, page after page where they do not fit.
import type { RunningDraw } from '../../../shared/views/slices/draw-slices.ts';
import { CellSlots } from './CellSlots.tsx';
import { DrawList } from './DrawList.tsx';
import { DrawFoot } from './DrawFoot.tsx';
import { Bar, Count } from '../score/Figures.tsx';
import { useScreen } from '../screen-context.ts';
import { usePages } from '../board/use-pages.ts';
import styles from './DrawMany.module.css';

/** More names than this are not read out one by one. */
export const MANY = 20;
/** Names on a page. */
const PAGE = 75;

export function DrawMany({ draw, code }: { readonly draw: RunningDraw; readonly code: string }) {
  const { text } = useScreen();
  const { now, pages } = usePages(draw.phase === 'done' ? Math.ceil(draw.take / PAGE) : 1);
  return (
    <DrawFoot draw={draw} code={code} page={pages > 1 ? text.page(now + 1, pages) : null}>
      <div className={styles['many']}>
        <div>
          <p className={styles['lead']}>{text.draw.purposes[draw.purpose]}</p>
          <p className={styles['count']}>
            <Count done={draw.shown.length} of={draw.take} size={9.2} />
            <span>{draw.phase === 'done' ? text.allDrawn : text.waitingAll}</span>
          </p>
        </div>
        <CellSlots draw={draw} />
        <Bar empty={draw.shown.length === 0} />
        <DrawList draw={draw} from={now * PAGE} most={PAGE} wide />
      </div>
    </DrawFoot>
  );
}
