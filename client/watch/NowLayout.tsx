// The dark block's fixed places: label and ordinal, name and figure, bar, a sentence.
import type { ReactNode } from 'react';
import type { ShownSubject } from '../../shared/views/slices/shown.ts';
import { Documents } from '../documents/Documents.tsx';
import { CategoryMark } from '../ui/CategoryMark.tsx';
import { Slot } from '../ui/Slot.tsx';
import styles from './Now.module.css';

export interface NowLayoutProps {
  /** What is on, in a word. */
  readonly label: string;
  readonly aside?: string | null | undefined;
  readonly name?: string | undefined;
  readonly subject?: ShownSubject | null | undefined;
  /** The meeting's code, where the subject's reports shall be open to all. */
  readonly reportsOf?: string | undefined;
  readonly figure?: string | number | undefined;
  /** Turns the figure into a total, `74 / 97`. */
  readonly of?: number | undefined;
  readonly bar?: ReactNode;
  readonly note?: string | null | undefined;
  readonly more?: string | null | undefined;
  readonly children?: ReactNode;
}

/** Longer names take smaller letters: by their length, so that nothing jumps. */
const LONG_NAME = 8;
const LONGER_NAME = 16;

export function NowLayout({
  label,
  aside,
  name,
  subject,
  reportsOf,
  figure,
  of,
  bar,
  note = null,
  more = null,
  children,
}: NowLayoutProps) {
  const length = name?.length ?? 0;
  return (
    <section className={`stage ${styles['now'] ?? ''}`}>
      <p className={styles['label']}>
        <Slot state="now" />
        <span>{label}</span>
        <span className={styles['aside']}>{aside}</span>
      </p>
      <div className={styles['main']}>
        {name !== undefined && (
          <h2
            className={styles['name']}
            data-length={length > LONGER_NAME ? 'longer' : length > LONG_NAME ? 'long' : 'short'}
          >
            {subject && <CategoryMark {...subject.category} label={subject.category.name} />}
            <span>{name}</span>
          </h2>
        )}
        {figure !== undefined && (
          <p className={styles['figure']}>
            {figure}
            {of !== undefined && <span> / {of}</span>}
          </p>
        )}
      </div>
      {bar}
      {(note !== null || more !== null) && (
        <p className={styles['note']}>
          <span>{note}</span>
          <span>{more}</span>
        </p>
      )}
      {subject && reportsOf !== undefined && (
        <Documents documents={subject.documents} code={reportsOf} />
      )}
      {children}
    </section>
  );
}
