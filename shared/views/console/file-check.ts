// How far the check of a meeting's file has come that runs while the meeting is served. Types only.

/**
 * `damaged`: nothing is saved any more; `place` names the row, as "ballot r1/1/D01/S4/1", or says what the disk said.
 * Neither depends on what a ballot says (R6).
 */
export type FileCheck =
  | { readonly phase: 'checking'; readonly checked: number; readonly of: number }
  | { readonly phase: 'sound' }
  | { readonly phase: 'damaged'; readonly place: string };
