// What check-in and scoring without numbers share: the seal's note, the closed bar, and how many are in by group.
import type { ProgressSlice } from '../../../shared/views/slices/number-slices.ts';
import { useScreen } from '../screen-context.ts';
import { Bar, Count } from './Figures.tsx';
import { GroupSlots } from './GroupSlots.tsx';
import styles from '../Split.module.css';

/** The foot of a round whose scores stay sealed. */
export function SealNote({ children }: { readonly children: string }) {
  const { text } = useScreen();
  return (
    <>
      <span className={styles['sealMark']} lang="zh-CN">
        {text.sealMark}
      </span>
      <span className={styles['sealedNote']}>{children}</span>
    </>
  );
}

/** The round takes nothing any more, and nothing is shown yet. */
export function Closed() {
  const { text } = useScreen();
  return (
    <>
      <p className="quiet">{text.scoringClosed}</p>
      <div className={styles['bar']}>
        <Bar />
      </div>
      <p className={styles['state']}>{text.awaiting}</p>
    </>
  );
}

/** The total over the groups; `size` of its letters in cqh. */
export function SlotsIn({
  progress,
  size = 22.4,
  children,
}: {
  readonly progress: ProgressSlice;
  readonly size?: number;
  /** What is counted. */
  readonly children: string;
}) {
  return (
    <div>
      <p className={styles['total']}>
        <Count done={progress.done} of={progress.expected} size={size} />
        {children}
      </p>
      <GroupSlots progress={progress} />
    </div>
  );
}
