// Whether this device shows the large version: larger text and keys, chosen by the person and remembered.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { keep, recall } from '../live/storage.ts';

const KEY = 'kleroterion.large';
const large = createStore(() => recall(KEY) === '1');

export function useLarge(): boolean {
  return useStore(large);
}

/** Switches the page at once; a browser that keeps nothing is asked again next time. */
export function setLarge(on: boolean): void {
  keep(KEY, on ? '1' : null);
  large.setState(on, true);
}
