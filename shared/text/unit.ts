// A unit's page: what its score is made of, for staff and for viewers.
import type { EarlierResult, UnitPending } from '../views/slices/unit-slices.ts';
import type { Round } from '../meeting/round.ts';
import type { Disclosure } from '../meeting/agenda/item.ts';
import { plural } from './en-words.ts';
import { screenText } from './screen.ts';

const zh = {
  list: '各家的名次与得分',
  of: (n: number) => `${n}家`,
  later: '揭晓后显示',
  out: '已退出',
  print: '打印这一页',
  failed: '这一家的结果没有取到。请检查网络，再试一次。',

  empty: '还没有揭晓的结果',
  emptyWhy:
    '第一家揭晓之后，左边按类别列出名次与得分；点开一家，就能看到它的得分出自哪一轮、哪些组、哪些评分项。',
  notScored: '这一家还没有评分。现场评分或书面评议揭晓之后，这里显示它的得分是怎么来的。',
  pending: ({ kind, phase }: UnitPending): string =>
    phase === 'closed'
      ? '评分已截止，等待揭晓。揭晓之前，谁都看不到分数。'
      : kind === 'live'
        ? '正在现场评分。揭晓之后，这里显示它的得分是怎么来的。'
        : '书面评议正在进行。揭晓之后，这里显示它的得分是怎么来的。',
  again: ({ attempt, reason }: UnitPending) =>
    `第${attempt}次评分还没有揭晓${reason === null ? '' : `（${reason}）`}。在那之前，以下面的结果为准。`,

  how: '得分构成',
  value: '分',
  weight: '权重',
  part: '得',
  total: '合计',
  ballots: (n: number) => `${n}票`,
  noMean: screenText.zh.noMean,
  whyNoScore: screenText.zh.whyNoScore,
  rounding: (sum: string, score: string) =>
    `各组的得分是四舍五入后的两位小数，相加是${sum}；得分按精确值合成，最后四舍五入一次，是${score}。`,
  hidden: (floor: number) =>
    `有权重的组不足${floor}票。各组的分一并不公布，否则从得分里推得出那几张票。`,

  counts: (scored: number, abstained: number, missing: number) =>
    [
      `评分${scored}票`,
      abstained > 0 ? `弃权${abstained}票` : '',
      missing > 0 ? `未交${missing}票` : '',
    ]
      .filter(Boolean)
      .join('，'),
  recused: (n: number) => `，另有${n}席回避`,
  expected: (n: number) => `应评${n}票：`,
  dropped: (n: number, left: number) => `去掉最高、最低各${n}票，按余下${left}票计。`,
  notDropped: '票太少，没有去掉最高和最低。',
  sum: (value: string, weight: number, whole: number, part: string) =>
    weight === whole ? `${value} = ${part}` : `${value} × ${weight} ÷ ${whole} = ${part}`,
  weighsNothing: '权重为0，不影响得分。',
  rescaled: '这一组没有评分票，它的权重由其余各组按比例分担。',
  leftOut: (floor: number) => `剩下的票不到${floor}张，按计分办法当作没有票。`,
  blocks: '这一组没有评分票。按计分办法，缺一组就不计分。',
  share: (share: string) => `占${share}%`,

  criteria: (n: number) => `各评分项的平均分，${n}票`,
  noCriteria: {
    withheld: '这一组的分不公布，各评分项也不公布。',
    none: '没有评分票，也就没有各评分项的平均分。',
    erased: '个人信息已按期删除，票不再写明是哪一席的，各评分项因此分不到组。',
    unnamed: '这一轮的票不写明是哪一席的，各评分项因此分不到组。',
  },

  place: '名次',
  scorePlace: '评分名次',
  places: (of: number, all: number) => `${of === all ? '' : '已揭晓'}${of}家`,
  inCategory: (all: number) => `全类共${all}家`,
  overall: (rank: number, of: number, all: number) =>
    of === all ? `总排行${all}家里第${rank}` : `总排行已揭晓${of}家里第${rank}`,
  neighbours: '前后几家',
  noPlace: '不排名',
  tie: '同分',
  tied: (names: string, score: string, rank: number) =>
    `与${names}同为${score}，总排行并列第${rank}，不分先后。`,
  and: '、',
  comma: '，',

  from: '出自',
  rounds: { live: '现场评分', written: '书面评议' } satisfies Record<Round['kind'], string>,
  attempt: (n: number) => `第${n}次`,
  repeated: (reason: string) => `重评的理由：${reason}`,
  disclosures: {
    live: '收票时显示进行中的分',
    hidden: '揭晓之前分数封存',
    progress: '揭晓之前只公布人数',
  } satisfies Record<Disclosure, string>,
  opened: '开始',
  closed: '截止',
  revealed: '揭晓',
  sheet: '评分表',
  sheetOf: (name: string, version: number) => `${name}（第${version}版）`,
  turnout: '评分票',
  turnoutOf: (ballots: number, expected: number) => `应交${expected}，收到${ballots}`,
  units: (n: number) => `这一轮共评${n}家`,
  root: screenText.zh.root,
  rootHidden: '票太少，根值不公布',

  scheme: '计分办法',

  earlier: '此前的结果',
  earlierNote: '保留在记录里，不再计入。',
  ended: ({ ended }: EarlierResult) =>
    ended.by === 'moved'
      ? '后来另有一轮评了这一家'
      : ended.reason === ''
        ? '后来重评'
        : `后来重评：${ended.reason}`,
  noScore: '无得分',

  back: '回到排行',
  /** Before the rank, which stands large, and behind it. */
  rankAmong: (category: string, of: number, all: number, isShared: boolean) =>
    `${category}${of === all ? '' : '已揭晓'}${of}家里${isShared ? '并列' : ''}第`,
  rankEnd: (_rank: number, _of: number, _all: number) => '名',
  score: '总分',
  unknown: '没有这一家，或者它的结果还没有揭晓。',
  byGroups: '各组',
  bars: '框的长短是权重，涂黑的部分是得分。',
  fromRound: (kind: Round['kind'], attempt: number, ballots: number) =>
    `${kind === 'live' ? '现场评分' : '书面评议'}${attempt > 1 ? `第${attempt}次` : ''}，计入${ballots}票`,
};

/** Both languages hold the same keys. */
type UnitText = typeof zh;

const en: UnitText = {
  list: 'Ranks and scores of all units',
  of: (n) => plural(n, 'unit'),
  later: 'After the reveal',
  out: 'Withdrawn',
  print: 'Print this page',
  failed: 'This unit’s result did not load. Check the network and try again.',

  empty: 'No result has been revealed yet',
  emptyWhy:
    'After the first reveal, ranks and scores stand on the left by category. Choose a unit to see which round, which groups and which criteria its score comes from.',
  notScored:
    'This unit has not been scored yet. Once its scoring or its written round is revealed, this page shows how its score came about.',
  pending: ({ kind, phase }) =>
    phase === 'closed'
      ? 'Scoring is closed and waits for its reveal. Until then nobody sees any score.'
      : kind === 'live'
        ? 'It is being scored now. After the reveal this page shows how its score came about.'
        : 'Its written report is being scored. After the reveal this page shows how its score came about.',
  again: ({ attempt, reason }) =>
    `Attempt ${attempt} is not revealed yet${reason === null ? '' : ` (${reason})`}. Until it is, the result below stands.`,

  how: 'How it is made up',
  value: 'Score',
  weight: 'Weight',
  part: 'Adds',
  total: 'Total',
  ballots: (n) => plural(n, 'ballot'),
  noMean: screenText.en.noMean,
  whyNoScore: screenText.en.whyNoScore,
  rounding: (sum, score) =>
    `What the groups add is rounded to two decimals and comes to ${sum}; the score is put together from exact values and rounded once, at the end: ${score}.`,
  hidden: (floor) =>
    `A group of weight has fewer than ${plural(floor, 'ballot')}. No group’s score is shown, or those few ballots could be worked out from the total.`,

  counts: (scored, abstained, missing) =>
    [
      `${scored} scored`,
      abstained > 0 ? `${abstained} abstained` : '',
      missing > 0 ? `${missing} not sent` : '',
    ]
      .filter(Boolean)
      .join(', '),
  recused: (n) => `, and ${plural(n, 'seat')} recused`,
  expected: (n) => `${plural(n, 'ballot')} expected: `,
  dropped: (n, left) =>
    `${n} highest and ${n} lowest dropped, ${plural(left, 'ballot')} left to count.`,
  notDropped: 'Too few ballots to drop the highest and lowest.',
  sum: (value, weight, whole, part) =>
    weight === whole ? `${value} = ${part}` : `${value} × ${weight} ÷ ${whole} = ${part}`,
  weighsNothing: 'Its weight is 0: it does not affect the score.',
  rescaled: 'Nobody in this group scored; its weight went to the other groups in proportion.',
  leftOut: (floor) =>
    `Fewer than ${plural(floor, 'ballot')} are left: the scheme counts the group as if it had none.`,
  blocks: 'Nobody in this group scored. The scheme gives no score where a group is missing.',
  share: (share) => `${share}% of the score`,

  criteria: (n) => `Mean of each criterion, ${plural(n, 'ballot')}`,
  noCriteria: {
    withheld: 'This group’s score is not shown, nor are its criteria.',
    none: 'No ballot scored, so there are no means of criteria.',
    erased:
      'Personal data has been erased: ballots no longer say which seat they came from, so criteria cannot be shown by group.',
    unnamed:
      'Ballots of this round do not say which seat they came from, so criteria cannot be shown by group.',
  },

  place: 'Rank',
  scorePlace: 'Place by score',
  places: (of, all) => (of === all ? plural(all, 'unit') : `${of} revealed`),
  inCategory: (all) => `${plural(all, 'unit')} in the category`,
  overall: (rank, of, all) =>
    of === all ? `Overall ${rank} of ${all}` : `Overall ${rank} of ${of} revealed`,
  neighbours: 'Units next to it',
  noPlace: 'Not ranked',
  tie: 'Tie',
  tied: (names, score, rank) =>
    `Level with ${names} at ${score}: they share place ${rank} overall, in no order.`,
  and: ', ',
  comma: ', ',

  from: 'Comes from',
  rounds: { live: 'Live scoring', written: 'Written reports' },
  attempt: (n) => `attempt ${n}`,
  repeated: (reason) => `Repeated because: ${reason}`,
  disclosures: {
    live: 'Score in progress shown while ballots came in',
    hidden: 'Scores sealed until the reveal',
    progress: 'Only counts shown until the reveal',
  },
  opened: 'Opened',
  closed: 'Closed',
  revealed: 'Revealed',
  sheet: 'Sheet',
  sheetOf: (name, version) => `${name} (version ${version})`,
  turnout: 'Ballots',
  turnoutOf: (ballots, expected) => `${ballots} of ${expected} expected`,
  units: (n) => `Units in this round: ${n}`,
  root: screenText.en.root,
  rootHidden: 'Too few ballots to show the root',

  scheme: 'Scheme',

  earlier: 'Earlier results',
  earlierNote: 'Kept on record, no longer counted.',
  ended: ({ ended }) =>
    ended.by === 'moved'
      ? 'a later round scored this unit'
      : ended.reason === ''
        ? 'scored again later'
        : `scored again later: ${ended.reason}`,
  noScore: 'No score',

  back: 'Back to the standings',
  rankAmong: (category, _of, _all, isShared) => `${category}${isShared ? ', shared place' : ''}`,
  rankEnd: (rank, of, all) => {
    const [tens, ones] = [Math.floor(rank / 10) % 10, rank % 10];
    const end =
      tens === 1 ? 'th' : ones === 1 ? 'st' : ones === 2 ? 'nd' : ones === 3 ? 'rd' : 'th';
    return `${end} of ${of}${of === all ? '' : ' revealed'}`;
  },
  score: 'Score',
  unknown: 'There is no such unit, or its result is not revealed yet.',
  byGroups: 'By group',
  bars: 'A box is as long as its weight; the black part is the score.',
  fromRound: (kind, attempt, ballots) =>
    `${kind === 'live' ? 'Live scoring' : 'Written reports'}${attempt > 1 ? `, attempt ${attempt}` : ''}, ${plural(ballots, 'ballot')} counted`,
};

export const unitText = { zh, en };
