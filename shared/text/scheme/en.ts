// The scheme in English.
import type { ExampleGroup } from '../../scoring/example.ts';
import type { SchemeHint } from '../../scoring/hints.ts';
import type { CountingRules } from '../../scoring/scheme.ts';
import { noLiveText } from '../no-live.ts';
import { plural } from '../en-words.ts';
import type { SchemeText } from './zh.ts';

const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

const spreadWords = ({ spread }: Pick<CountingRules, 'spread'>): string => {
  switch (spread.kind) {
    case 'none':
      return 'nothing dropped';
    case 'trim':
      return `${spread.t} highest and lowest dropped`;
    case 'cap':
      return `totals kept within ${spread.margin} of their mean`;
  }
};

const hint = (one: SchemeHint): string => {
  switch (one.kind) {
    case 'never-trimmed':
      return `Ballots are dropped from ${one.ballots} on. ${list(one.names)} cannot have as many, so none are ever dropped there.`;
    case 'trimmed-median':
      return 'Dropping as many at either end does not change a median; it only lets fewer groups be shown. Drop nothing, or take the mean.';
    case 'capped-median':
      return 'Moving far totals hardly changes a median. Drop nothing, or take the mean.';
    case 'median-floor':
      return `A median depends on the one or two ballots in the middle, so a group’s is shown only from ${one.ballots} ballots left on.`;
    case 'never-counts':
      return `${list(one.names)} cannot reach the secrecy floor, so these ballots never count. Add seats, or lower the floor.`;
    case 'never-shown':
      return `${list(one.names)} cannot reach the secrecy floor, so these means are never shown, nor those of the others, from which they could be subtracted.`;
    case 'nobody-sits':
      return `${list(one.names)}: nobody sits there, so no unit gets a score. Fill seats, or set the weight to 0, or let the weight go to the others.`;
    case 'all-or-nothing':
      return `These two together: where any group has fewer than ${one.floor} ballots left, the unit has no score.`;
    case 'no-live':
      return one.why.why === 'floor-counts'
        ? 'The agenda shows scores while ballots come in. Choose “Counts as none”: if a small group counted, its ballots could be worked out from the final score and the numbers shown before. Otherwise these scores stay hidden until the reveal.'
        : `The agenda shows scores while ballots come in, but ${noLiveText.en(one.why)}. These scores will stay hidden until the reveal.`;
  }
};

const step = (
  { totals, left, value, out }: ExampleGroup,
  { spread, centre, floor, emptyGroup }: CountingRules,
): string => {
  const missing =
    emptyGroup === 'rescale' ? 'its weight goes to the others' : 'the unit has no score';
  if (value === null)
    return out === 'no-weight' ? 'No ballots, and no weight.' : `No ballots: ${missing}.`;
  const dropped = totals.filter(({ fate }) => fate === 'dropped').map(({ total }) => total);
  const moved = totals.flatMap(({ total, to }) => (to === null ? [] : [`${total} becomes ${to}`]));
  const first =
    spread.kind === 'none'
      ? ''
      : spread.kind === 'trim'
        ? dropped.length > 0
          ? `Without ${list(dropped)}: `
          : 'Too few to drop any: '
        : moved.length > 0
          ? `${list(moved)}: `
          : 'None is too far off: ';
  const then = `${first}${centre} of ${dropped.length > 0 ? 'the other ' : ''}${plural(left, 'ballot')} ${value}`;
  const begun = `${then.charAt(0).toUpperCase()}${then.slice(1)}`;
  switch (out) {
    case 'below-floor':
      return `${begun}. Below the floor of ${floor} it counts as none; ${missing}.`;
    case 'no-weight':
      return `${begun}. Its weight is 0: it is in no score.`;
    case 'no-ballots':
    case null:
      return `${begun}.`;
  }
};

export const en: SchemeText = {
  rules: 'Rules',
  saveRules: 'Save the scheme',
  spread: 'Extreme totals',
  spreads: { none: 'Count as they are', trim: 'Dropped', cap: 'Moved closer' },
  spreadMeans: {
    none: 'Each ballot counts as it is.',
    trim: 'In each group some of the highest and lowest ballots go, so that one or two cannot pull it away.',
    cap: 'What lies too far from the group’s mean is moved to the limit; no ballot is lost. Groups of fewer than 3 are left alone.',
  },
  trim: 'Highest and lowest dropped, each',
  trimMeans: (from) => `ballots; only in groups with ${from} or more`,
  margin: 'Farthest from the group’s mean',
  marginMeans: 'points; what lies beyond is moved there',
  centre: 'Within a group',
  centres: { mean: 'Mean', median: 'Median' },
  centreMeans: {
    mean: 'The ballots that are left, added up and divided by how many.',
    median:
      'The ballot in the middle, from lowest to highest; of an even number, the mean of the two in the middle.',
  },
  emptyGroup: 'A group without ballots',
  emptyGroups: { rescale: 'Its weight goes to the others', incomplete: 'The unit has no score' },
  emptyGroupMeans: {
    rescale: 'The score is made of the groups that have ballots.',
    incomplete: 'Where one group is missing the unit has no score and no rank.',
  },
  belowFloor: 'A group below the secrecy floor',
  belowFloors: { count: 'Counts all the same', empty: 'Counts as none' },
  belowFloorMeans: {
    count:
      'However few, they are in the score; then no group’s mean is shown, or theirs could be subtracted.',
    empty:
      'Its few ballots are not in the score, as if it had none; the other groups’ means are shown.',
  },
  floor: 'Secrecy floor',
  floorMeans: 'ballots; a group with fewer left is not shown alone',
  step: 'A live total waits for',
  stepMeans: 'first ballots at least, so that none can be worked out; 5 from 30 seats on',
  flaws: {
    id: 'The scheme is incomplete',
    trim: 'Dropped ballots: a whole number from 1',
    margin: 'The limit must be above 0, at most 100, with up to six decimals',
    floor: 'Secrecy floor: a whole number from 2',
    step: 'Ballots waited for: a whole number from 2',
  },
  hints: 'Please note',
  hint,

  example: {
    title: 'One unit, worked out',
    invented: 'An example: the totals are invented; groups and weights are this meeting’s.',
    situation: 'Suppose',
    situations: { all: '7 each', few: 'One has few', none: 'One has none' },
    ballots: (n) => plural(n, 'ballot'),
    dropped: 'dropped',
    becomes: 'becomes',
    step,
    times: (value, weight) => `${value} × ${weight}`,
    kept: 'Not shown alone',
    sum: 'Sum',
    weights: (n) => `weights ${n}`,
    score: 'Score',
    divided: (products, weights) => `${products} ÷ ${weights}`,
    whyNot: {
      'no-ballots': 'No group counts: no score',
      'group-without-ballots': 'A group has nothing to count: no score',
    },
    exact: 'Two decimals are shown; nothing is rounded on the way, only once, at the end.',
    noGroups: 'Once reviewers are imported, one unit is worked out here with their groups.',
    waits: 'It is worked out anew once the settings are complete.',
  },

  brief: (rules) =>
    `${rules.centre === 'mean' ? 'Mean' : 'Median'}, ${spreadWords(rules)}${
      rules.belowFloor === 'empty' ? `, groups below ${rules.floor} left out` : ''
    }`,
  whole: (rules, weights) =>
    [
      `The ${rules.centre} of each group (${spreadWords(rules)}), then the groups by weight, rounded once, at the end.`,
      weights.length === 0
        ? ''
        : `Weights: ${weights.map(({ name, weight }) => `${name} ${weight}`).join(', ')}.`,
      rules.spread.kind === 'trim' ? 'None are dropped where fewer than 3 would be left.' : '',
      rules.spread.kind === 'cap' ? 'Groups of fewer than 3 ballots are left as they are.' : '',
      rules.emptyGroup === 'rescale'
        ? 'The weight of a group without ballots goes to the others.'
        : 'Where a group has no ballots the unit has no score.',
      rules.belowFloor === 'empty'
        ? `A group with fewer than ${rules.floor} ballots left counts as if it had none.`
        : `A group with fewer than ${rules.floor} ballots left counts all the same and is not shown alone.`,
    ]
      .filter((part) => part !== '')
      .join(' '),
};
