// One case: computed, written as RESULTS.md §11 writes what is expected, and compared with it.
import { toFraction } from '../../shared/scoring/fractions.ts';
import { toDecimal, type Rational } from '../../shared/scoring/rational.ts';
import { own } from '../../shared/own.ts';
import type { Consequence } from '../../shared/results/consequences.ts';
import { Refused } from '../../shared/results/refused.ts';
import { resultOf, type Result } from '../../shared/results/result.ts';
import type { VoteResult } from '../../shared/results/votes.ts';
import { readCase } from './read-case.ts';

const PLACES = 4;

type Bag = Readonly<Record<string, unknown>>;

/** What is expected of a case, as it is computed here; `refused` with the reason where it contradicts itself. */
export function expectedOf(given: unknown): Bag {
  const reading = readCase(given);
  if (!reading.ok) return { refused: reading.why };
  try {
    return written(resultOf(reading.case));
  } catch (error) {
    if (error instanceof Refused) return { refused: error.message };
    throw error;
  }
}

/** Null where a case comes out as it says, else what differs. */
export function differenceIn(given: unknown): string | null {
  if (!isBag(given)) return 'is no object';
  const actual = expectedOf(given);
  if ('refused' in given) return 'refused' in actual ? null : 'is accepted, and should be refused';
  if ('refused' in actual) return `is refused: ${String(actual['refused'])}`;
  const wanted = given['expected'];
  if (!isBag(wanted)) return 'has neither expected nor refused';
  return difference(wanted, actual, 'expected');
}

function written(result: Result): Bag {
  const { subjects, counted, carried, once, consequences, votes } = result;
  return {
    subjects: subjects.map((one) => ({
      id: one.id,
      nodes: Object.fromEntries([...one.nodes].map(([id, value]) => [id, decimal(value)])),
      exact: one.total && toFraction(one.total),
      bonus: decimal(one.bonus),
      deduction: decimal(one.deduction),
      total: decimal(one.total),
      rank: one.rank,
      categoryRank: one.categoryRank,
      resolvedBy: one.resolvedBy?.rule,
      grade: one.grade,
    })),
    ...{ counted, carried, once },
    consequences: consequences.map(consequence),
    votes: votes.map(vote),
  };
}

function consequence(one: Consequence): Bag {
  return 'ratings' in one
    ? { ratings: Object.fromEntries(one.ratings) }
    : { subjects: one.subjects };
}

function vote({ id, valid, counts, weighted, elected, tied }: VoteResult): Bag {
  const shown = (count: Rational) => (weighted ? decimal(count) : Number(count.n));
  return {
    ...{ id, valid, elected, tied },
    counts: Object.fromEntries([...counts].map(([option, count]) => [option, shown(count)])),
  };
}

function decimal(value: Rational | null): string | null {
  return value && toDecimal(value, PLACES);
}

/** Where the two differ first; what is null, an empty list or absent is nothing in both. */
function difference(wanted: unknown, actual: unknown, at: string): string | null {
  if (isNothing(wanted) && isNothing(actual)) return null;
  if (Array.isArray(wanted) && Array.isArray(actual)) {
    if (wanted.length !== actual.length)
      return `${at} has ${String(actual.length)} entries, should have ${String(wanted.length)}`;
    return first(wanted.map((one, n) => difference(one, actual[n], `${at}[${String(n)}]`)));
  }
  if (isBag(wanted) && isBag(actual)) {
    const keys = new Set([...Object.keys(wanted), ...Object.keys(actual)]);
    return first(
      [...keys].map((key) => difference(own(wanted, key), own(actual, key), `${at}.${key}`)),
    );
  }
  return wanted === actual
    ? null
    : `${at} is ${JSON.stringify(actual)}, should be ${JSON.stringify(wanted)}`;
}

function first(found: readonly (string | null)[]): string | null {
  return found.find((one) => one !== null) ?? null;
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function isBag(value: unknown): value is Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
