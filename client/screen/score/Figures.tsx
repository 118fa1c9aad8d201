// Numbers as the hall reads them: tabular, in their own face, totals as `74 / 97`.
import { Fragment } from 'react';
import type { ShownSubject } from '../../../shared/views/slices/shown.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { lineSize } from '../draw/LoneName.tsx';
import styles from './Figures.module.css';

/** A sentence whose numbers stand in the numeral face, in ink. */
export function Digits({ children }: { readonly children: string }) {
  return (
    <span>
      {children.split(/(\d+(?:[.:–]\d+)*)/).map((part, index) =>
        index % 2 === 1 ? (
          <b key={index} className={styles['digits']}>
            {part}
          </b>
        ) : (
          <Fragment key={index}>{part}</Fragment>
        ),
      )}
    </span>
  );
}

/** `74 / 97`; `size` in cqh is that of the first number. */
export function Count({
  done,
  of,
  size,
}: {
  readonly done: number;
  readonly of: number;
  readonly size: number;
}) {
  return (
    <span className={styles['count']} style={{ fontSize: `${size}cqh` }}>
      <b>{done}</b>
      <span className={styles['of']}>/ {of}</span>
    </span>
  );
}

/** Mark and name of a category, in its hue, on one line: `width` of its column and `max` of the letters, in cqh. */
export function Category({
  of: { category },
  width,
  max = 4.7,
}: {
  readonly of: ShownSubject;
  readonly width: number;
  readonly max?: number;
}) {
  // Mark and gap are 1.75 letters.
  const size = lineSize(`${category.name}一一`, width, max);
  return (
    <span className={styles['category']} style={{ fontSize: `${size}cqh` }}>
      <CategoryMark mark={category.mark} hue={category.hue} />
      <span className="ellipsis" style={{ color: `var(--hue-${category.hue % 4})` }}>
        {category.name}
      </span>
    </span>
  );
}

/** `22c6 2405 … 2ce8`, or `22c6 … 2ce8`. */
export function ShortHash({
  hash,
  brief = false,
}: {
  readonly hash: string;
  readonly brief?: boolean;
}) {
  return (
    <code className={styles['hash']}>
      {hash.slice(0, 4)} {brief ? '' : `${hash.slice(4, 8)} `}… {hash.slice(-4)}
    </code>
  );
}

/** The solid red under what is official, hatched while it is empty; `short` opens a page of few words. */
export function Bar({ empty = false, short = false }) {
  return <i className={styles['bar']} data-bar data-empty={empty} data-short={short} />;
}
