// A name in a row with little room: what is too long ends in an ellipsis, and never the mark that tells namesakes apart.
import type { CSSProperties } from 'react';
import type { ShownName } from '../../shared/views/named.ts';
import styles from './Name.module.css';

export function Name({
  of,
  lines = 1,
}: {
  readonly of: ShownName;
  /** That the name may take. */
  readonly lines?: number;
}) {
  const { own, mark } = partsOf(of);
  return (
    <span className={styles['name']} style={{ '--lines': lines } as CSSProperties} title={of.name}>
      <span className={lines === 1 ? styles['line'] : styles['own']}>{own}</span>
      {mark !== '' && <span className={styles['mark']}>{mark}</span>}
    </span>
  );
}

/**
 * A name's two parts, the second in its brackets; empty where there is no mark.
 *
 * @param beside the group or category that is read next to the name: it need not be said twice
 */
export function partsOf(
  { name, apart }: ShownName,
  beside?: string | null,
): { readonly own: string; readonly mark: string } {
  if (!apart) return { own: name, mark: '' };
  return { own: apart.own, mark: apart.mark === beside ? '' : name.slice(apart.own.length) };
}
