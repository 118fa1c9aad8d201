// Exceptions that pages report: each kind logged once, then counted, whatever anybody sends.
import { redacted, type Fault, type FaultPage } from '../shared/fault.ts';

/** Kinds remembered; further ones are counted together. */
const MOST_KINDS = 200;
/** Reports looked at in a minute, from all pages together. */
const MOST_A_MINUTE = 60;
const MINUTE_MS = 60_000;

export interface FaultBookParts {
  readonly now: () => number;
  readonly log: (fault: Fault & { readonly count: number }) => void;
  readonly counted: (page: FaultPage) => void;
}

export class FaultBook {
  readonly #parts: FaultBookParts;
  readonly #kinds = new Map<string, number>();
  #minute = { since: 0, reports: 0 };

  constructor(parts: FaultBookParts) {
    this.#parts = parts;
  }

  /**
   * Counts a report; the first, tenth, hundredth … of a kind is logged.
   *
   * @returns whether it was looked at; beyond so many a minute none is
   */
  add(reported: Fault): boolean {
    const { now, log, counted } = this.#parts;
    const at = now();
    if (at - this.#minute.since >= MINUTE_MS || at < this.#minute.since)
      this.#minute = { since: at, reports: 0 };
    if (++this.#minute.reports > MOST_A_MINUTE) return false;
    // Whoever sent it may not be a page of ours: what a page leaves out is left out here again.
    const [, name = 'Error', message = ''] = /^(\w{1,40}): (.*)$/s.exec(reported.message) ?? [];
    const fault = { ...reported, message: redacted(name, message) };
    counted(fault.page);
    const kind = JSON.stringify([fault.page, fault.part, fault.message, fault.stack[0]]);
    const known = this.#kinds.has(kind);
    if (!known && this.#kinds.size >= MOST_KINDS) return true;
    const count = (this.#kinds.get(kind) ?? 0) + 1;
    this.#kinds.set(kind, count);
    if (/^10*$/.test(String(count))) log({ ...fault, count });
    return true;
  }
}
