// A rehearsal's code begins with letters and a dash that no meeting's has: its very address cannot be mistaken.

export const REHEARSAL_PREFIX = 'try-';

/** Whether a code in an address is a rehearsal's, known before any view of it has come. */
export function isRehearsalCode(code: string): boolean {
  return code.startsWith(REHEARSAL_PREFIX);
}
