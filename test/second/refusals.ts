// RESULTS.md §11: what a case may not hold.
import type { Case, Marks, Round, Seat, SheetNode, Source, TreeNode, Vote } from './case.ts';
import { allNodes } from './components.ts';
import * as f from './fraction.ts';
import type { Fraction } from './fraction.ts';
import { leaves, partFor, sheetFor } from './rounds.ts';

export class Refused extends Error {}

function refuse(why: string): never {
  throw new Refused(why);
}

function number(text: unknown, what: string): Fraction {
  return f.read(text) ?? refuse(`${what} is not a number`);
}

function notNegative(text: unknown, what: string): Fraction {
  const value = number(text, what);
  return f.compare(value, f.ZERO) < 0 ? refuse(`${what} is negative`) : value;
}

function positive(text: unknown, what: string): Fraction {
  const value = number(text, what);
  return f.compare(value, f.ZERO) <= 0 ? refuse(`${what} is not above zero`) : value;
}

function notAllZero(weights: readonly (string | undefined)[], what: string): void {
  const values = weights.map((weight) => notNegative(weight, `a weight of ${what}`));
  if (values.length > 0 && values.every((value) => f.equal(value, f.ZERO)))
    refuse(`the weights of ${what} are all zero`);
}

function different(ids: readonly string[], what: string): void {
  if (new Set(ids).size !== ids.length) refuse(`an id of ${what} is doubled`);
}

function idsOf(list: readonly { readonly id: string }[]): readonly string[] {
  return list.map(({ id }) => id);
}

function known(id: string, list: readonly { readonly id: string }[], what: string): void {
  if (!idsOf(list).includes(id)) refuse(`unknown id in ${what}: ${id}`);
}

/** Throws `Refused` where the case breaks a rule. */
export function check(case_: Case): void {
  const { subjects, groups, seats, sheets, rounds, imported, earlier, experts, draws } = case_;
  for (const list of [subjects, groups, seats, sheets, rounds, imported, earlier, experts, draws])
    different(idsOf(list), 'a list');
  checkSubjects(case_);
  notAllZero(
    groups.map(({ weight }) => weight),
    'the groups',
  );
  for (const seat of seats) {
    known(seat.group, groups, 'a seat');
    for (const subject of seat.recusals) known(subject, subjects, 'recusals');
    if (seat.unit !== undefined) known(seat.unit, subjects, 'a seat');
  }
  for (const sheet of sheets) checkSheet(case_, sheet);
  for (const round of rounds) checkRound(case_, round);
  checkOutside(case_);
  checkAdjustments(case_);
  checkTrees(case_);
  checkTieBreak(case_);
  checkGrades(case_);
  checkConsequences(case_);
  different(idsOf(case_.votes ?? []), 'votes');
  for (const vote of case_.votes ?? []) checkVote(case_, vote);
}

function checkSubjects(case_: Case): void {
  for (const subject of case_.subjects) {
    const seen = [subject.id];
    let parent = subject.parent;
    while (parent !== undefined) {
      known(parent, case_.subjects, 'a parent');
      if (seen.includes(parent)) refuse('a circle of parents');
      seen.push(parent);
      parent = case_.subjects.find(({ id }) => id === parent)!.parent;
    }
  }
}

function sheetNodes(node: SheetNode): readonly SheetNode[] {
  return [node, ...(node.children ?? []).flatMap(sheetNodes)];
}

function levelsBelow(node: SheetNode): number {
  return Math.max(0, ...(node.children ?? []).map((child) => 1 + levelsBelow(child)));
}

function checkSheet(case_: Case, sheet: SheetNode): void {
  different(idsOf(sheetNodes(sheet)), 'a sheet');
  if (levelsBelow(sheet) > 3) refuse('a sheet of more than three levels');
  for (const node of sheetNodes(sheet).slice(1)) notNegative(node.weight, 'a weight of a sheet');
  for (const leaf of leaves(sheet)) {
    const max = positive(leaf.max, 'the max of a leaf');
    if (leaf.scale === undefined) positive(leaf.step, 'a step');
    different(idsOf(leaf.scale ?? []), 'a scale');
    for (const { mark } of leaf.scale ?? [])
      if (f.compare(notNegative(mark, 'a mark of a scale'), max) > 0) refuse('a mark above max');
    for (const group of leaf.groups ?? []) known(group, case_.groups, 'a leaf');
  }
  for (const group of case_.groups) {
    const part = partFor(sheet, group.id);
    for (const node of part === undefined ? [] : sheetNodes(part))
      if (node.children !== undefined)
        notAllZero(
          node.children.map(({ weight }) => weight),
          'a sheet',
        );
  }
}

function checkRound(case_: Case, round: Round): void {
  if (round.weight !== undefined) notNegative(round.weight, 'the weight of a round');
  different(round.subjects, 'the subjects of a round');
  for (const subject of round.subjects) known(subject, case_.subjects, 'a round');
  for (const subject of Object.keys(round.revealed ?? {}))
    known(
      subject,
      round.subjects.map((id) => ({ id })),
      'revealed',
    );
  for (const entry of round.sheets) {
    known(entry.sheet, case_.sheets, 'a round');
    for (const group of entry.groups ?? []) known(group, case_.groups, 'a round');
  }
  for (const [by, on, what] of round.ballots) {
    known(by, case_.seats, 'a ballot');
    if (!round.subjects.includes(on)) refuse(`a ballot on what is not in the round: ${on}`);
    checkBallot(
      case_,
      round,
      case_.seats.find(({ id }) => id === by)!,
      on,
      what,
    );
  }
}

function checkBallot(
  case_: Case,
  round: Round,
  seat: Seat,
  on: string,
  what: Marks | 'abstain',
): void {
  if (seat.recusals.includes(on)) refuse('a recused ballot');
  if (seat.unit === on) refuse('a seat on its own unit');
  const subject = case_.subjects.find(({ id }) => id === on)!;
  const sheet = sheetFor(case_, round, seat.group, subject.category);
  if (sheet === undefined) refuse('a ballot of a group without a sheet');
  if (what === 'abstain') return;
  for (const [id, text] of Object.entries(what)) {
    const leaf = leaves(sheet).find((each) => each.id === id);
    if (leaf === undefined) refuse(`a mark on what the group does not fill: ${id}`);
    const mark = notNegative(text, 'a mark');
    const isOn =
      leaf.scale === undefined
        ? f.compare(mark, f.num(leaf.max!)) <= 0 && f.by(mark, f.num(leaf.step!)).under === 1n
        : leaf.scale.some((each) => f.equal(f.num(each.mark), mark));
    if (!isOn) refuse('a mark off the scale');
  }
}

/** What comes from outside the meeting: imported columns, earlier results, experts, draws, vetoes. */
function checkOutside(case_: Case): void {
  for (const { max, values } of case_.imported) {
    positive(max, 'the max of a column');
    for (const [subject, value] of Object.entries(values)) {
      known(subject, case_.subjects, 'an imported column');
      if (f.compare(notNegative(value, 'an imported value'), f.num(max)) > 0)
        refuse('an imported value above max');
    }
  }
  for (const { values } of case_.earlier)
    for (const nodes of Object.values(values))
      for (const value of Object.values(nodes)) number(value, 'an earlier value');
  for (const entry of case_.experts.flatMap(({ entries }) => entries)) {
    known(entry.subject, case_.subjects, 'an expert deduction');
    positive(entry.points, 'the points of an expert deduction');
  }
  for (const { order } of case_.draws) {
    different(order, 'a draw');
    for (const subject of order) known(subject, case_.subjects, 'a draw');
  }
  for (const { subject, effect } of case_.vetoes) {
    known(subject, case_.subjects, 'a veto');
    if (effect !== 'unranked') knownGrade(case_, effect.worst);
  }
}

function knownGrade(case_: Case, grade: string): void {
  if (case_.grades?.names.includes(grade) !== true) refuse(`an unknown grade: ${grade}`);
}

function checkAdjustments(case_: Case): void {
  const { kinds, entries, bonusCap, deductionCap, clamp } = case_.adjustments;
  different(idsOf(kinds), 'kinds');
  different(idsOf(entries), 'entries');
  for (const kind of kinds)
    for (const multiplier of Object.values(kind.multipliers ?? {}))
      positive(multiplier, 'a multiplier');
  for (const cap of [bonusCap, deductionCap, ...kinds.map((kind) => kind.cap)])
    if (cap !== undefined) notNegative(cap, 'a cap');
  for (const entry of entries) {
    known(entry.subject, case_.subjects, 'an entry');
    known(entry.kind, kinds, 'an entry');
    positive(entry.points, 'the points of an entry');
  }
  if (clamp === undefined) return;
  if (f.compare(number(clamp[0], 'a clamp'), number(clamp[1], 'a clamp')) > 0)
    refuse('a clamp upside down');
}

function treesOf(case_: Case): readonly TreeNode[] {
  const { tree, trees = {} } = case_.result;
  return [...(tree === undefined ? [] : [tree]), ...Object.values(trees)];
}

function checkTrees(case_: Case): void {
  for (const tree of treesOf(case_)) {
    different(idsOf(allNodes(tree)), 'a tree');
    for (const node of allNodes(tree)) {
      if (node.children === undefined) {
        checkSource(case_, node.source ?? refuse('a leaf without a source'));
        continue;
      }
      if (node.combine !== 'weighted' && node.combine !== 'points') refuse('no combine');
      if (!['rescale', 'zero', 'incomplete'].includes(node.missing!)) refuse('no missing');
      const weights = node.children.map((child) =>
        node.combine === 'points' ? child.points : child.weight,
      );
      notAllZero(weights, 'a tree');
    }
  }
}

function checkSource(case_: Case, source: Source): void {
  if ('rounds' in source) checkRoundIds(case_, source.rounds);
  else if ('imported' in source) known(source.imported, case_.imported, 'a source');
  else if ('earlier' in source) known(source.earlier, case_.earlier, 'a source');
  else if ('expert' in source) {
    known(source.expert, case_.experts, 'a source');
    positive(source.max, 'the max of an expert');
  } else if (source.parent !== null && source.parent !== '') knownNode(case_, source.parent);
}

function checkRoundIds(case_: Case, ids: readonly string[]): void {
  different(ids, 'rounds');
  if (ids.length === 0) refuse('a source of no round');
  for (const id of ids) known(id, case_.rounds, 'rounds');
  const weights = ids.map((id) => case_.rounds.find((round) => round.id === id)!.weight ?? '1');
  if (ids.length > 1) notAllZero(weights, 'rounds');
}

function knownNode(case_: Case, id: string): void {
  known(id, treesOf(case_).flatMap(allNodes), 'a node');
}

function checkTieBreak(case_: Case): void {
  for (const rule of case_.result.tieBreak ?? []) {
    if ('node' in rule) knownNode(case_, rule.node);
    else if ('draw' in rule) known(rule.draw, case_.draws, 'a tie-break');
    else if ('group' in rule) {
      known(rule.group, case_.groups, 'a tie-break');
      checkRoundIds(case_, rule.rounds);
    }
  }
}

function checkGrades(case_: Case): void {
  if (case_.grades === undefined) return;
  const { names, thresholds, shares } = case_.grades;
  different(names, 'grades');
  for (const list of [thresholds, shares])
    if (list !== undefined && list.length !== names.length - 1) refuse('limits of another number');
  const limits = (thresholds ?? []).map((each) => number(each, 'a threshold'));
  if (limits.some((limit, i) => i > 0 && f.compare(limit, limits[i - 1]!) >= 0))
    refuse('thresholds do not fall');
  const parts = (shares ?? []).map((each) => notNegative(each, 'a share'));
  if (f.compare(f.sum(parts), f.ONE) > 0) refuse('shares of more than all');
}

function checkConsequences(case_: Case): void {
  for (const wanted of case_.consequences ?? []) {
    if ('repeated' in wanted) knownGrade(case_, wanted.repeated.grade);
    if (!('staffShare' in wanted)) continue;
    for (const [grade, share] of Object.entries(wanted.staffShare)) {
      knownGrade(case_, grade);
      notNegative(share, 'a share of the staff');
    }
  }
}

function checkVote(case_: Case, vote: Vote): void {
  for (const list of [vote.options, vote.seats, vote.present]) different(list, 'a vote');
  for (const seat of [...vote.seats, ...vote.present]) known(seat, case_.seats, 'a vote');
  if (vote.weighted === true && vote.majority?.of === 'seats')
    refuse('a majority of seats in a weighted vote');
  for (const { share } of [vote.quorum, vote.majority].filter((each) => each !== undefined))
    notNegative(share, 'a share of a vote');
  for (const [seat, ...words] of vote.ballots) {
    if (!vote.seats.includes(seat)) refuse(`a ballot of a seat without a vote: ${seat}`);
    if (words.length === 1 && words[0] === 'abstain') continue;
    if (vote.kind === 'approve') {
      if (words.length !== vote.options.length) refuse('not one word for each option');
      if (words.some((word) => !['for', 'against', 'abstain'].includes(word)))
        refuse('an invented word');
      continue;
    }
    if (new Set(words).size !== words.length) refuse('an option repeated');
    if (words.some((word) => !vote.options.includes(word))) refuse('an option invented');
    const n = vote.n ?? vote.options.length;
    if (vote.exactly === true ? words.length !== n : words.length > n)
      refuse('too many or too few options');
  }
}
