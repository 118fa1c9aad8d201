// Ids for what staff make on the console: never used before, so that nothing old comes back under a new name.

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** `kind-` and six random letters. */
export function freshId(kind: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return `${kind}-${[...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join('')}`;
}
