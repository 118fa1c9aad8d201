// What can be wrong with a case: each break makes it one that is refused, or says that this case has nothing to break so.
import type { Chance } from './chance.ts';

/** A case as a file holds it, to be written over. */
type Loose = ReturnType<typeof JSON.parse>;

type Break = (case_: Loose, chance: Chance) => boolean;

/** Breaks one of what there is, where there is any. */
function one(list: (case_: Loose) => Loose[], breaks: (found: Loose, case_: Loose) => void): Break {
  return (case_, chance) => {
    const found = list(case_);
    if (found.length === 0) return false;
    breaks(chance.pick(found), case_);
    return true;
  };
}

const inners = (node: Loose): Loose[] =>
  node.children === undefined ? [] : [node, ...node.children.flatMap(inners)];
const ends = (node: Loose): Loose[] =>
  node.children === undefined ? [node] : node.children.flatMap(ends);
const trees = ({ result }: Loose): Loose[] => [
  ...Object.values(result.trees ?? {}),
  ...(result.tree === undefined ? [] : [result.tree]),
];
const sources = (case_: Loose): Loose[] =>
  trees(case_)
    .flatMap(ends)
    .map((leaf) => leaf.source);
const ballots = (case_: Loose): Loose[] => case_.rounds.flatMap((round: Loose) => round.ballots);
const votes = (case_: Loose): Loose[] => case_.votes ?? [];
const scored = (case_: Loose): Loose[] =>
  ballots(case_).filter((ballot) => typeof ballot[2] === 'object');
const rules = (kind: string) => (case_: Loose) =>
  (case_.result.tieBreak ?? []).filter((rule: Loose) => kind in rule);
const seatOf = (case_: Loose, ballot: Loose): Loose =>
  case_.seats.find(({ id }: Loose) => id === ballot[0]);
/** Marks that no leaf of any sheet allows. */
function markedAs(mark: string): Break {
  return one(
    (case_) => scored(case_).filter((ballot) => Object.keys(ballot[2]).length > 0),
    (ballot) => {
      ballot[2][Object.keys(ballot[2])[0]!] = mark;
    },
  );
}

function doubled(list: string): Break {
  return one(
    (case_) => case_[list] ?? [],
    (found, case_) => case_[list].push(structuredClone(found)),
  );
}

function weightOf(inner: Loose): 'points' | 'weight' {
  return inner.combine === 'points' ? 'points' : 'weight';
}

function chosen(breaks: (words: Loose[], vote: Loose) => Loose[]): Break {
  return one(
    (case_) => votes(case_).filter((vote) => vote.kind === 'choose' && vote.seats.length > 0),
    (vote) => vote.ballots.push([vote.seats[0], ...breaks(vote.options.slice(0, vote.n), vote)]),
  );
}

export const BREAKS: Readonly<Record<string, Break>> = {
  'a subject twice': doubled('subjects'),
  'a group twice': doubled('groups'),
  'a seat twice': doubled('seats'),
  'a sheet twice': doubled('sheets'),
  'a round twice': doubled('rounds'),
  'a column twice': doubled('imported'),
  'an earlier result twice': doubled('earlier'),
  'an expert review twice': doubled('experts'),
  'a draw twice': doubled('draws'),
  'a vote twice': doubled('votes'),
  'a kind twice': one(
    ({ adjustments }) => adjustments.kinds,
    (kind, { adjustments }) => adjustments.kinds.push({ ...kind }),
  ),
  'an entry twice': one(
    ({ adjustments }) => adjustments.entries,
    (entry, { adjustments }) => adjustments.entries.push({ ...entry }),
  ),
  'a node of a sheet twice': one(
    ({ sheets }) => sheets,
    (sheet) => sheet.children.push(structuredClone(sheet.children[0])),
  ),
  'a node of a tree twice': one(trees, (tree) =>
    tree.children.push(structuredClone(tree.children[0])),
  ),
  'an option twice': one(votes, (vote) => vote.options.push(vote.options[0])),

  'a seat of no group': one(
    ({ seats }) => seats,
    (seat) => (seat.group = 'nobody'),
  ),
  'a recusal from nobody': one(
    ({ seats }) => seats,
    (seat) => seat.recusals.push('nobody'),
  ),
  'a seat of no unit': one(
    ({ seats }) => seats,
    (seat) => (seat.unit = 'nobody'),
  ),
  'a parent that is nobody': one(
    ({ subjects }) => subjects,
    (subject) => (subject.parent = 'nobody'),
  ),
  'its own parent': one(
    ({ subjects }) => subjects,
    (subject) => (subject.parent = subject.id),
  ),
  'two that are parents of each other': (case_) => {
    const [a, b] = case_.subjects;
    if (b === undefined) return false;
    a.parent = b.id;
    b.parent = a.id;
    return true;
  },
  'a leaf for no group': one(
    ({ sheets }) => sheets.flatMap(ends),
    (leaf) => (leaf.groups = ['nobody', ...(leaf.groups ?? [])]),
  ),
  'a round on nobody': one(
    ({ rounds }) => rounds,
    (round) => round.subjects.push('nobody'),
  ),
  'a round with no such sheet': one(
    ({ rounds }) => rounds,
    (round) => round.sheets.push({ sheet: 'nothing' }),
  ),
  'a round for no group': one(
    ({ rounds }) => rounds,
    (round) => round.sheets.push({ ...round.sheets[0], groups: ['nobody'] }),
  ),
  'a ballot of no seat': one(ballots, (ballot) => (ballot[0] = 'nobody')),
  'a ballot on nobody': one(ballots, (ballot) => (ballot[1] = 'nobody')),
  'a mark on no leaf': one(scored, (ballot) => (ballot[2].nothing = '1')),
  'an imported value of nobody': one(
    ({ imported }) => imported,
    (column) => (column.values.nobody = '1'),
  ),
  'an expert deduction from nobody': one(
    ({ experts }) => experts.flatMap(({ entries }: Loose) => entries),
    (entry) => (entry.subject = 'nobody'),
  ),
  'a source that is not there': one(sources, (source) => {
    if (source.rounds !== undefined) source.rounds.push('nothing');
    else source[Object.keys(source)[0]!] = 'nothing';
  }),
  'an entry for nobody': one(
    ({ adjustments }) => adjustments.entries,
    (entry) => (entry.subject = 'nobody'),
  ),
  'an entry of no kind': one(
    ({ adjustments }) => adjustments.entries,
    (entry) => (entry.kind = 'nothing'),
  ),
  'a veto on nobody': one(
    ({ vetoes }) => vetoes,
    (veto) => (veto.subject = 'nobody'),
  ),
  'a veto with no such grade': one(
    ({ vetoes }) => vetoes,
    (veto) => (veto.effect = { worst: 'nothing' }),
  ),
  'a draw of nobody': one(
    ({ draws }) => draws,
    (draw) => draw.order.push('nobody'),
  ),
  'a tie-break by no node': one(rules('node'), (rule) => (rule.node = 'nothing')),
  'a tie-break by no group': one(rules('group'), (rule) => (rule.group = 'nobody')),
  'a tie-break by no round': one(rules('group'), (rule) => rule.rounds.push('nothing')),
  'a tie-break by no draw': one(rules('draw'), (rule) => (rule.draw = 'nothing')),
  'a vote of no seat': one(votes, (vote) => vote.seats.push('nobody')),

  'a group that weighs less than nothing': one(
    ({ groups }) => groups,
    (group) => (group.weight = '-1'),
  ),
  'groups that weigh nothing': (case_) => {
    for (const group of case_.groups) group.weight = '0';
    return true;
  },
  'a round that weighs less than nothing': one(
    ({ rounds }) => rounds,
    (round) => (round.weight = '-1'),
  ),
  'a node of a sheet that weighs less than nothing': one(
    ({ sheets }) => sheets,
    (sheet) => (sheet.children[0].weight = '-0.5'),
  ),
  'a sheet that weighs nothing': one(
    ({ sheets }) => sheets.flatMap(inners),
    (inner) => {
      for (const child of inner.children) child.weight = '0';
    },
  ),
  'a node of a tree that weighs less than nothing': one(
    (case_) => trees(case_).flatMap(inners),
    (inner) => (inner.children[0][weightOf(inner)] = '-1'),
  ),
  'a tree that weighs nothing': one(
    (case_) => trees(case_).flatMap(inners),
    (inner) => {
      for (const child of inner.children) child[weightOf(inner)] = '0';
    },
  ),

  'a mark above all': markedAs('1000'),
  'a mark below zero': markedAs('-1'),
  'a mark between two steps': markedAs('0.000001'),

  'an imported value above its max': one(
    ({ imported, subjects }) => (subjects.length === 0 ? [] : imported),
    (column, { subjects }) => (column.values[subjects[0].id] = `${column.max}.01`),
  ),
  'an imported value below zero': one(
    ({ imported }) => imported,
    (column, { subjects }) => (column.values[subjects[0].id] = '-0.5'),
  ),
  'an entry of no points': one(
    ({ adjustments }) => adjustments.entries,
    (entry) => (entry.points = '0'),
  ),
  'an entry of fewer than no points': one(
    ({ adjustments }) => adjustments.entries,
    (entry) => (entry.points = '-1'),
  ),
  'an expert deduction of no points': one(
    ({ experts }) => experts.flatMap(({ entries }: Loose) => entries),
    (entry) => (entry.points = '0'),
  ),
  'a multiplier of nothing': one(
    ({ adjustments }) => adjustments.kinds,
    (kind) => (kind.multipliers = { t9: '0' }),
  ),

  'a recused ballot': one(ballots, (ballot, case_) =>
    seatOf(case_, ballot).recusals.push(ballot[1]),
  ),
  'a ballot on the seat’s own unit': one(
    ballots,
    (ballot, case_) => (seatOf(case_, ballot).unit = ballot[1]),
  ),
  'a ballot without a sheet': one(
    ({ rounds }) => rounds.filter((round: Loose) => round.ballots.length > 0),
    (round) => (round.sheets = []),
  ),

  'a vote for more than N': chosen((_, vote) => {
    vote.n = 1;
    vote.options.push('o8', 'o9');
    return ['o8', 'o9'];
  }),
  'a vote for fewer than N exactly': chosen((words, vote) => {
    vote.exactly = true;
    vote.options.push('o9');
    vote.n = words.length + 1;
    return words;
  }),
  'a vote for one option twice': chosen((words, vote) => {
    vote.options.push('o9');
    vote.n = 2;
    delete vote.exactly;
    return [words[0], words[0]];
  }),
  'a vote for an invented option': chosen((words) => [...words.slice(1), 'nothing']),
  'a word too few': one(
    (case_) => votes(case_).filter((vote) => vote.kind === 'approve' && vote.seats.length > 0),
    (vote) => {
      vote.options.push('o8', 'o9');
      vote.ballots.push([vote.seats[0], 'for']);
    },
  ),
  'a majority of seats by weight': one(votes, (vote) => {
    vote.weighted = true;
    vote.majority = { share: '0.5', of: 'seats', strict: false };
  }),
};
