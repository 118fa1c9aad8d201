// A form that may be read and not filled by who may not give its command.
import type { ReactNode } from 'react';
import type { Right } from '../../../shared/meeting/rights.ts';
import { useMay } from './console-context.ts';
import styles from './Locked.module.css';

export function Locked({ act, children }: { readonly act: Right; readonly children: ReactNode }) {
  const may = useMay(act);
  return (
    <fieldset className={styles['locked']} disabled={!may}>
      {children}
    </fieldset>
  );
}
