// Where a seat's word for a draw is kept on this device, from before it is sent.

export const WORD_PREFIX = 'kleroterion.word.';

export function wordKey(code: string, seat: string, draw: string): string {
  return `${WORD_PREFIX}${code}.${seat}.${draw}`;
}

/** Empty where none is kept. */
export function recallWord(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** An empty word is dropped. */
export function keepWord(key: string, word: string): void {
  try {
    if (word === '') localStorage.removeItem(key);
    else localStorage.setItem(key, word);
  } catch {
    // A browser that keeps nothing still sends while the page is open.
  }
}
