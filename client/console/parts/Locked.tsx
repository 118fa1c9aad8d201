// A form that a supervisor may read and not fill.
import type { ReactNode } from 'react';
import { useConsole } from './console-context.ts';
import styles from './Locked.module.css';

export function Locked({ children }: { readonly children: ReactNode }) {
  const { staff } = useConsole();
  return (
    <fieldset className={styles['locked']} disabled={staff.role === 'supervisor'}>
      {children}
    </fieldset>
  );
}
