// How a store fails: reasons that the hall can tell people, and the place of damage in a file.

/**
 * Why a file was not opened. `unwritable`: not to be had for writing, or there already where it was to be made. `shorter`: it
 * lacks what it is known to have held. `code-taken`: another meeting of this server has the code of this one.
 */
export type OpeningFlaw =
  | 'code-taken'
  | 'missing'
  | 'not-a-database'
  | 'foreign'
  | 'newer'
  | 'damaged'
  | 'shorter'
  | 'in-use'
  | 'unwritable';

/** Not a byte of the file has changed. */
export interface OpeningFailure {
  readonly ok: false;
  readonly flaw: OpeningFlaw;
  readonly detail: string;
}

/**
 * `disk-full`: no room. `disk-fault`: the disk refused otherwise. `broken-rule`: the commit contradicts what is stored (a
 * bug). `earlier-failed`: it was decided upon a commit that failed. `gone`: the store is closed or its writer has ended.
 * `moved`: the file no longer lies where it was opened.
 */
export type CommitFault =
  'disk-full' | 'disk-fault' | 'broken-rule' | 'earlier-failed' | 'gone' | 'moved';

/** Nothing of the commit is on disk; only after `gone` is that for the file to say when it is opened again. */
export class CommitFailed extends Error {
  override readonly name = 'CommitFailed';
  readonly fault: CommitFault;
  readonly detail: string;

  constructor(fault: CommitFault, detail: string, options?: ErrorOptions) {
    super(`${fault}: ${detail}`, options);
    this.fault = fault;
    this.detail = detail;
  }
}

/** A stored row of a version that is still to come. */
export class NewerFile extends Error {
  override readonly name = 'NewerFile';
  readonly place: string;

  constructor(place: string, options?: ErrorOptions) {
    super(`newer: ${place}`, options);
    this.place = place;
  }
}

/** A stored row that cannot be trusted. `place` names it: "event 17", "ballot round/attempt/subject/seat/rev". */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
  readonly place: string;

  constructor(place: string, options?: ErrorOptions) {
    super(`damaged: ${place}`, options);
    this.place = place;
  }
}
