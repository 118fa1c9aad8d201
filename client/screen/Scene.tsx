// Body and foot of one item. What changes fades in; where it stands stays.
import type { ReactNode } from 'react';
import { Slot } from '../ui/Slot.tsx';
import { Digits } from './score/Figures.tsx';
import styles from './Scene.module.css';
import { useScreen } from './screen-context.ts';

/** Give it a key that changes with the layout, so that the new body fades in. */
export function Scene({
  children,
  left = null,
  right = null,
  full = false,
}: {
  readonly children: ReactNode;
  readonly left?: ReactNode;
  readonly right?: ReactNode;
  /** The foot has no room for what goes on beside. */
  readonly full?: boolean;
}) {
  const { trouble, beside, text } = useScreen();
  return (
    <>
      <section className={styles['body']}>{children}</section>
      <footer className={styles['foot']}>
        {trouble === null ? (
          <div className={styles['left']}>{left}</div>
        ) : (
          <div className={styles['trouble']} role="status">
            <Slot state="waiting" />
            {trouble}
          </div>
        )}
        {beside && !full && (
          <div className={styles['beside']}>
            <Slot state={beside.phase === 'open' ? 'waiting' : 'filled'} />
            <Digits>
              {beside.phase === 'open'
                ? text.written.underWay(beside.done, beside.expected)
                : text.written.awaiting}
            </Digits>
          </div>
        )}
        <div className={styles['right']}>{right}</div>
      </footer>
    </>
  );
}
