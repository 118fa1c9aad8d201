// RESULTS.md §1 and §2: from a sheet and its ballots to a subject's score in a round.
import type { Case, Marks, Round, SheetNode, Subject } from './case.ts';
import * as f from './fraction.ts';
import type { Fraction } from './fraction.ts';

/** A sheet without what the group does not see; undefined where nothing is left. */
export function partFor(node: SheetNode, group: string): SheetNode | undefined {
  if (node.children === undefined) return named(node.groups, group) ? node : undefined;
  const children = node.children
    .map((child) => partFor(child, group))
    .filter((child) => child !== undefined);
  return children.length === 0 ? undefined : { ...node, children };
}

/** Absent or empty means all. */
function named(list: readonly string[] | undefined, id: string): boolean {
  return list === undefined || list.length === 0 || list.includes(id);
}

/** What a group fills for a subject; undefined where it does not score it and is not expected to. */
export function sheetFor(
  case_: Case,
  round: Round,
  group: string,
  category: string,
): SheetNode | undefined {
  const first = round.sheets.find(
    (entry) => named(entry.groups, group) && named(entry.categories, category),
  );
  const sheet = case_.sheets.find((each) => each.id === first?.sheet);
  return sheet === undefined ? undefined : partFor(sheet, group);
}

export function leaves(node: SheetNode): readonly SheetNode[] {
  return node.children === undefined ? [node] : node.children.flatMap(leaves);
}

/** The value of a node from 0 to 1; every leaf under it has a mark. */
function nodeValue(node: SheetNode, marks: Marks): Fraction {
  if (node.children === undefined) return f.by(f.num(marks[node.id]!), f.num(node.max!));
  return f.weighted(
    node.children.map((child) => ({
      weight: f.num(child.weight!),
      value: nodeValue(child, marks),
    })),
  )!;
}

function attemptThatCounts(round: Round, subject: Subject): number {
  return round.revealed?.[subject.id] ?? 1;
}

/** The totals of one group on one subject, before the spread. */
function totals(case_: Case, round: Round, subject: Subject, group: string): readonly Fraction[] {
  const sheet = sheetFor(case_, round, group, subject.category);
  if (sheet === undefined) return [];
  const found: Fraction[] = [];
  for (const seat of case_.seats.filter((each) => each.group === group)) {
    let last: Marks | 'abstain' | undefined;
    for (const [by, on, what, attempt = 1] of round.ballots) {
      if (by !== seat.id || on !== subject.id || attempt !== attemptThatCounts(round, subject))
        continue;
      const isDraft =
        what !== 'abstain' && leaves(sheet).some((leaf) => !Object.hasOwn(what, leaf.id));
      if (!isDraft) last = what;
    }
    if (last !== undefined && last !== 'abstain')
      found.push(f.times(f.HUNDRED, nodeValue(sheet, last)));
  }
  return found;
}

function mean(values: readonly Fraction[]): Fraction {
  return f.by(f.sum(values), f.count(values.length));
}

function median(values: readonly Fraction[]): Fraction {
  const sorted = values.toSorted(f.compare);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : mean([sorted[half - 1]!, sorted[half]!]);
}

function afterSpread(case_: Case, values: readonly Fraction[]): readonly Fraction[] {
  const { spread } = case_.scheme;
  const n = values.length;
  switch (spread.kind) {
    case 'none':
      return values;
    case 'trim':
      if (n - 2 * spread.t < 3) return values;
      return values.toSorted(f.compare).slice(spread.t, n - spread.t);
    case 'cap': {
      if (n < 3) return values;
      const middle = mean(values);
      const low = f.minus(middle, f.num(spread.margin));
      const high = f.plus(middle, f.num(spread.margin));
      return values.map((value) => f.least(f.greatest(value, low), high));
    }
  }
}

/** A group's value on a subject in a round; undefined where it has none. */
export function groupValue(
  case_: Case,
  round: Round,
  subject: Subject,
  group: string,
): Fraction | undefined {
  if (!round.subjects.includes(subject.id)) return undefined;
  const left = afterSpread(case_, totals(case_, round, subject, group));
  if (left.length === 0) return undefined;
  const { belowFloor = 'count', floor = 0, centre } = case_.scheme;
  const isWeighty =
    f.compare(f.num(case_.groups.find(({ id }) => id === group)!.weight), f.ZERO) > 0;
  if (belowFloor === 'empty' && isWeighty && left.length < floor) return undefined;
  return centre === 'mean' ? mean(left) : median(left);
}

/** A subject's score in a round; undefined where it has none. */
function score(case_: Case, round: Round, subject: Subject): Fraction | undefined {
  if (!round.subjects.includes(subject.id)) return undefined;
  const parts: { weight: Fraction; value: Fraction }[] = [];
  for (const group of case_.groups) {
    const weight = f.num(group.weight);
    const isExpected = sheetFor(case_, round, group.id, subject.category) !== undefined;
    if (f.equal(weight, f.ZERO) || !isExpected) continue;
    const value = groupValue(case_, round, subject, group.id);
    if (value !== undefined) parts.push({ weight, value });
    else if (case_.scheme.emptyGroup === 'incomplete') return undefined;
  }
  return f.weighted(parts);
}

/** Of several rounds by their own weights, over those that have a value; of one round its value, whatever it weighs. */
function overRounds(
  case_: Case,
  ids: readonly string[],
  valueIn: (round: Round) => Fraction | undefined,
): Fraction | undefined {
  const rounds = ids.map((id) => case_.rounds.find((round) => round.id === id)!);
  if (rounds.length === 1) return valueIn(rounds[0]!);
  const parts: { weight: Fraction; value: Fraction }[] = [];
  for (const round of rounds) {
    const value = valueIn(round);
    if (value !== undefined) parts.push({ weight: f.num(round.weight ?? '1'), value });
  }
  return f.weighted(parts);
}

export function scoreOver(
  case_: Case,
  ids: readonly string[],
  subject: Subject,
): Fraction | undefined {
  return overRounds(case_, ids, (round) => score(case_, round, subject));
}

export function groupValueOver(
  case_: Case,
  ids: readonly string[],
  subject: Subject,
  group: string,
): Fraction | undefined {
  return overRounds(case_, ids, (round) => groupValue(case_, round, subject, group));
}
