// Where a person's word for a draw is kept on this device, from before it is sent.

import { keep, onDevice, recall } from '../../live/storage.ts';

export const WORD_PREFIX = 'kleroterion.word.';

export function wordKey(code: string, holder: string, draw: string): string {
  return `${WORD_PREFIX}${code}.${holder}.${draw}`;
}

/** No word is longer; a message with more would be the end of its connection. */
const LONGEST = 400;

/** Empty where none is kept. */
export function recallWord(
  key: string,
  storage: () => Pick<Storage, 'getItem'> = onDevice,
): string {
  const word = recall(key, storage) ?? '';
  return word.length > LONGEST ? '' : word;
}

/**
 * Keeps a word, unless another page of this device has kept one: a person has one word, and that one is on its way. A
 * browser that keeps nothing still sends while the page is open.
 *
 * @returns the word that is on its way
 */
export function keepWord(key: string, word: string): string {
  const before = recallWord(key);
  if (before === '') keep(key, word);
  return before === '' ? word : before;
}

/** It was not taken. What another page of this device has kept since is not touched. */
export function dropWord(key: string, word: string): void {
  if (recallWord(key) === word) keep(key, null);
}

/** Calls when another page of this device has kept a word, or dropped it. */
export function onWord(key: string, heard: (word: string) => void): () => void {
  const listen = (event: StorageEvent) => {
    if (event.key === key) heard(recallWord(key));
  };
  addEventListener('storage', listen);
  return () => {
    removeEventListener('storage', listen);
  };
}
