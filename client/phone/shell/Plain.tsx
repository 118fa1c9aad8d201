// One thing said plainly: a heading in the large hand, a sentence, and the unit it is about.
import type { ReactNode } from 'react';
import type { ShownSubject } from '../../../shared/views/slices/shown.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import styles from './Plain.module.css';

export function Plain({
  title,
  subject,
  children,
}: {
  readonly title: ReactNode;
  readonly subject?: ShownSubject;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles['plain']}>
      {subject && (
        <p className={styles['subject']}>
          <CategoryMark {...subject.category} label={subject.category.name} />
          <span>{subject.name}</span>
        </p>
      )}
      <h1>{title}</h1>
      <p>{children}</p>
    </div>
  );
}
