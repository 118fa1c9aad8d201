// Where a seat's word for a draw is kept on this device, from before it is sent.

import { keep, recall } from '../live/storage.ts';

export const WORD_PREFIX = 'kleroterion.word.';

export function wordKey(code: string, seat: string, draw: string): string {
  return `${WORD_PREFIX}${code}.${seat}.${draw}`;
}

/** Empty where none is kept. */
export function recallWord(key: string): string {
  return recall(key) ?? '';
}

/** An empty word is dropped. */
export function keepWord(key: string, word: string): void {
  // A browser that keeps nothing still sends while the page is open.
  keep(key, word === '' ? null : word);
}
