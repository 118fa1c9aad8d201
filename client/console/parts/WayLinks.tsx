// Links to where it goes on from here, as large as buttons; the one with `data-main` is the usual way.
import type { ReactNode } from 'react';
import styles from './WayLinks.module.css';

export function WayLinks({ children }: { readonly children: ReactNode }) {
  return <div className={styles['ways']}>{children}</div>;
}
