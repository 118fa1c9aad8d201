// One reading of the dice while a page types it: each change goes to the server at once, one after the other, so that the
// hall sees digits as they are read. Another page may type into the same row: then this one begins anew from what is there.
import { createStore } from 'zustand/vanilla';
import type { ReadingControl } from '../../../shared/views/slices/staff-slices.ts';

/** A digit that stands in the row and that this page has not typed, or must not show any more. */
export const UNKNOWN = '•';

/** What leads from one row to another, as the server is told of it. */
export interface Splice {
  readonly at: number;
  readonly took: number;
  readonly digits: string;
}

export interface RowParts {
  /** How the row stands as the page opens. */
  readonly control: ReadingControl;
  /** Sends a change of the row after so many edits; whether the server has it. */
  readonly send: (splice: Splice, edits: number) => Promise<boolean>;
  /** Whether this row is whole and must be forgotten: who reads second sees no digit of the first. */
  readonly forgets: (row: string) => boolean;
}

export class TypedRow {
  readonly #parts: RowParts;
  /** What stands in the field: dots for what this page does not know. */
  readonly shown = createStore<{ readonly row: string }>(() => ({ row: '' }));
  /** The row as the server has it, as far as this page knows, after so many edits. */
  #sent: string;
  /** The row that was typed last, without what cannot be sent. */
  #typed: string;
  #edits: number;
  #heard: ReadingControl;
  #sending: Promise<boolean> | null = null;

  constructor(parts: RowParts) {
    this.#parts = parts;
    this.#heard = parts.control;
    this.#sent = unknownRow(parts.control.have);
    this.#typed = this.#sent;
    this.#edits = parts.control.edits;
    this.shown.setState({ row: this.#sent });
  }

  /** The view, which may be behind what this page was told already, or ahead by what another has typed. */
  hear(control: ReadingControl): void {
    this.#heard = control;
    this.#catchUp();
  }

  /** Shows what cannot be sent: its own sentence says why. */
  hold(row: string): void {
    this.shown.setState({ row });
  }

  /** Resolves with whether the server has the row, as it stands by then. */
  type(row: string): Promise<boolean> {
    this.#typed = row;
    this.shown.setState({ row });
    this.#sending ??= this.#send().finally(() => {
      this.#sending = null;
      this.#catchUp();
    });
    return this.#sending;
  }

  async #send(): Promise<boolean> {
    for (;;) {
      const row = this.#typed;
      if (row === this.#sent) return true;
      const splice = spliceOf(this.#sent, row);
      if (!splice || !(await this.#parts.send(splice, this.#edits))) {
        // Not taken, or not known whether it was: the next view says what stands there.
        this.#rest(row);
        return false;
      }
      this.#edits += 1;
      const typedOn = this.#typed !== row;
      this.#sent = this.#parts.forgets(row) ? unknownRow(row.length) : row;
      if (!typedOn) this.#rest(row);
    }
  }

  /** Stands at what the server has; what is held meanwhile stays in the field. */
  #rest(row: string): void {
    this.#typed = this.#sent;
    if (this.shown.getState().row === row) this.shown.setState({ row: this.#sent });
  }

  #catchUp(): void {
    const { have, edits } = this.#heard;
    if (this.#sending || edits <= this.#edits) return;
    this.#edits = edits;
    this.#sent = unknownRow(have);
    this.#typed = this.#sent;
    this.shown.setState({ row: this.#sent });
  }
}

function unknownRow(length: number): string {
  return UNKNOWN.repeat(length);
}

/** The shortest change; null where a digit would have to be sent that this page does not know. */
export function spliceOf(from: string, to: string): Splice | null {
  const least = Math.min(from.length, to.length);
  let at = 0;
  while (at < least && from[at] === to[at]) at += 1;
  let kept = 0;
  while (kept < least - at && from[from.length - 1 - kept] === to[to.length - 1 - kept]) kept += 1;
  const digits = to.slice(at, to.length - kept);
  return digits.includes(UNKNOWN) ? null : { at, took: from.length - kept - at, digits };
}
