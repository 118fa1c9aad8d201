// What a case is refused for.

export type CaseFlaw =
  | 'number'
  | 'negative'
  | 'not-above-zero'
  | 'unknown'
  | 'twice'
  | 'weights-all-zero'
  | 'mark'
  | 'scale'
  | 'too-deep'
  | 'empty'
  | 'range'
  | 'recused'
  | 'own-unit'
  | 'no-sheet'
  | 'circle'
  | 'grades'
  | 'vote';

/** What only sheets, seats and ballots can have wrong. */
const OF_BALLOTS = [
  'mark',
  'scale',
  'too-deep',
  'recused',
  'own-unit',
  'no-sheet',
  'vote',
] as const;

/** What is left once rounds have their scores: of trees, columns, adjustments, grades. */
export type PlanFlaw = Exclude<CaseFlaw, (typeof OF_BALLOTS)[number]>;

export function isPlanFlaw(flaw: CaseFlaw): flaw is PlanFlaw {
  return !OF_BALLOTS.some((one) => one === flaw);
}

/** A case contradicts itself: nothing is computed of it. */
export class Refused extends Error {
  readonly flaw: CaseFlaw;
  /** What it is about: an id, or the text of a number. */
  readonly at: string;

  constructor(flaw: CaseFlaw, at: string) {
    super(`${flaw}: ${at}`);
    this.flaw = flaw;
    this.at = at;
  }
}

export function refuse(flaw: CaseFlaw, at: string): never {
  throw new Refused(flaw, at);
}

/** By id. @throws Refused where two have the same. */
export function byId<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  distinct(all.map(({ id }) => id));
  return new Map(all.map((one) => [one.id, one]));
}

/** @throws Refused where one comes twice. */
export function distinct(ids: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) refuse('twice', id);
    seen.add(id);
  }
  return seen;
}

/** What stands under this id. @throws Refused where nothing does. */
export function known<T>(all: ReadonlyMap<string, T>, id: string): T {
  const found = all.get(id);
  return found === undefined ? refuse('unknown', id) : found;
}
