// The header of a step: a ceremonial title, what stands at its right, and what the step is for.
import type { ReactNode } from 'react';
import styles from './StepHeader.module.css';

export function StepHeader({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead?: string;
  readonly children?: ReactNode;
}) {
  return (
    <header className={styles['head']}>
      <h2 className={styles['title']}>{title}</h2>
      <div>{children}</div>
      {lead !== undefined && <p className={styles['lead']}>{lead}</p>}
    </header>
  );
}
