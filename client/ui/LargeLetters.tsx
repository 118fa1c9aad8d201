// The large version's sizes, for as long as this is on the page: fetched with the choice of it.
import { useLayoutEffect } from 'react';
import './large.css';

export function LargeLetters() {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset['large'] = '';
    return () => {
      delete dataset['large'];
    };
  }, []);
  return null;
}
