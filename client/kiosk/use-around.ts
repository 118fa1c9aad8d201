// On the root while somebody's page stands under the tablet's bar: what sticks or lies over that page begins below it.
import { useEffect } from 'react';
import { isRehearsalCode } from '../../shared/rehearsal-code.ts';
import styles from './KioskSeat.module.css';

export function useAround(code: string): void {
  useEffect(() => {
    const { classList } = document.documentElement;
    const own = [styles['around'], isRehearsalCode(code) && styles['rehearsed']];
    const names = own.filter((name) => typeof name === 'string');
    classList.add(...names);
    return () => {
      classList.remove(...names);
    };
  }, [code]);
}
