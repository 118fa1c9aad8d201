// RESULTS.md computed a second time, by the text alone and with nothing of the product: what two who never met agree on.
import { adjustment, carried, counted, once } from './second/adjustments.ts';
import {
  type Case,
  type Expected,
  type ExpectedSubject,
  type Subject,
  wholeCase,
} from './second/case.ts';
import { allNodes, treeOf, valueAt } from './second/components.ts';
import { consequence } from './second/consequences.ts';
import * as f from './second/fraction.ts';
import { gradeOf, poolOf, rankAmong, resolvedBy, total } from './second/ranks.ts';
import { check, Refused } from './second/refusals.ts';
import { voteResult } from './second/votes.ts';

/** What a case's `expected` holds, or why the case is refused. */
export function secondResult(case_: unknown): Expected | { readonly refused: string } {
  const whole = wholeCase(case_);
  try {
    check(whole);
  } catch (error) {
    if (error instanceof Refused) return { refused: error.message };
    throw error;
  }
  const { consequences, votes } = whole;
  return {
    subjects: whole.subjects.map((subject) => subjectResult(whole, subject)),
    counted: counted(whole).map(({ id }) => id),
    carried: carried(whole).map(({ id }) => id),
    once: once(whole).map(({ id }) => id),
    ...(consequences && { consequences: consequences.map((each) => consequence(whole, each)) }),
    ...(votes && { votes: votes.map((vote) => voteResult(whole, vote)) }),
  };
}

function subjectResult(case_: Case, subject: Subject): ExpectedSubject {
  const tree = treeOf(case_, subject);
  const nodes = (tree === undefined ? [] : allNodes(tree)).map(({ id }) => {
    const value = valueAt(case_, subject, id);
    return [id, value === undefined ? null : f.rounded(value)] as const;
  });
  const own = total(case_, subject);
  const by = resolvedBy(case_, subject);
  const grade = gradeOf(case_, subject);
  return {
    id: subject.id,
    nodes: Object.fromEntries(nodes),
    exact: own === undefined ? null : f.exact(own),
    bonus: f.rounded(adjustment(case_, subject.id, 'bonus')),
    deduction: f.rounded(adjustment(case_, subject.id, 'deduction')),
    total: own === undefined ? null : f.rounded(own),
    rank: rankAmong(case_, poolOf(case_, subject, 'all'), subject),
    categoryRank: rankAmong(case_, poolOf(case_, subject, 'category'), subject),
    ...(by && { resolvedBy: by }),
    ...(grade !== undefined && { grade }),
  };
}
