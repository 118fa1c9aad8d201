// Whole cases of RESULTS.md §11 by chance, and such as one thing is wrong with.
import type fc from 'fast-check';
import { byChance, type Chance } from './random/chance.ts';
import * as meeting from './random/meeting.ts';
import * as outcome from './random/result.ts';
import { votes } from './random/votes.ts';
import { BREAKS } from './random/breaks.ts';
import type { Case } from './second/case.ts';

/** Cases that have a result. */
export const randomCase: fc.Arbitrary<Case> = byChance(makeCase);

export interface BrokenCase {
  /** What is wrong with it. */
  readonly broken: string;
  readonly case_: Case;
}

/** Cases that are refused, each for one reason. */
export const brokenCase: fc.Arbitrary<BrokenCase> = byChance((chance) => {
  for (;;) {
    const case_ = makeCase(chance);
    const [broken, breaks] = chance.pick(Object.entries(BREAKS));
    const copy = structuredClone(case_);
    if (breaks(copy, chance)) return { broken, case_: copy };
  }
});

function makeCase(chance: Chance): Case {
  const subjects = meeting.subjects(chance);
  const groups = meeting.groups(chance);
  const seats = meeting.seats(chance, groups, subjects);
  const sheets = chance.times(1, 2, (i) => meeting.sheet(chance, `S${i}`, groups));
  const grades = chance.often(6) ? outcome.grades(chance) : undefined;
  const names = grades?.names ?? [];
  const most = {
    name: 'by chance',
    subjects,
    groups,
    seats,
    sheets,
    rounds: meeting.rounds(chance, { subjects, groups, seats, sheets }),
    scheme: meeting.scheme(chance),
    imported: outcome.imported(chance, subjects),
    earlier: outcome.earlier(chance, subjects, names),
    experts: outcome.experts(chance, subjects),
    adjustments: outcome.adjustments(chance, subjects),
    vetoes: outcome.vetoes(chance, subjects, names),
    draws: outcome.draws(chance, subjects),
    ...(grades && { grades }),
    ...(chance.often(6) && { consequences: outcome.consequences(chance, names) }),
    ...(chance.often(5) && { votes: votes(chance, seats) }),
  };
  return { ...most, result: outcome.result(chance, most) };
}
