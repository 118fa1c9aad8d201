// The sentences of the projector page about scorings, from the last call to the board.
import type { LiveWaits } from '../scoring/live-total.ts';
import type { GroupMean } from '../views/slices/number-slices.ts';

/** Small numbers as they are read out, before a measure word. */
const inWords = (n: number): string => '零一两三四五六七八九十'.charAt(n) || String(n);

const zh = {
  getReady: '即将评分',
  readyHint: '请在手机上打开自己的评分页',
  pleaseScore: '请评分',
  closesIn: '离截止',
  timeUp: '时间到',
  ballotsIn: '票已计入',
  counted: '已计入',
  scoringClosed: '已截止',
  awaiting: '等待揭晓',
  sealedGroup: '待揭晓',
  frozen: '截止时的暂计，',
  /** Alone, or behind {@link frozen}. */
  scoreLast: (_alone: boolean): string => '得分最后揭晓',
  share: (weight: number, percent: boolean): string => `权重${weight}${percent ? '%' : ''}`,
  lightestFirst: '权重小的组先揭晓，次序不影响任何数字',
  sealMark: '封',
  sealed: '分数封存至揭晓，在此之前任何人都看不到，包括工作人员',
  notCounting: (recused: number, absent: number): string =>
    [recused > 0 ? `横线为回避${recused}席` : '', absent > 0 ? `暗格为缺席${absent}席` : '']
      .filter(Boolean)
      .join('，'),
  soFar: '暂计',
  fewBallots: '票数还少',
  meansLater: '各组平均在揭晓时公布',
  /** Why a group's mean is not shown; true whatever the meeting's secrecy floor is. */
  noMean: (why: GroupMean['why'], counted: number): string =>
    why === 'sealed'
      ? '待揭晓'
      : why === 'none'
        ? '没有票'
        : why === 'uncounted'
          ? '票少不计'
          : counted < 5
            ? '少于5票'
            : '不单独公布',
  whyNoScore: (why: 'floor' | 'no-ballots' | 'group-without-ballots' | null): string =>
    why === 'no-ballots'
      ? '没有收到评分票，不计分'
      : why === 'group-without-ballots'
        ? '有组别没有票，不计分'
        : why === 'floor'
          ? '票数太少，得分不公布'
          : '还没有得分',
  groupsThenWeights: '先分组统计，再按权重合成，最后四舍五入一次',
  /** What a live total waits for, beside one slot for each of the ballots. */
  liveWaits: ({ of, moves, halves }: LiveWaits): string =>
    moves === 0
      ? `首次选票满${of}张后显示`
      : `每${inWords(of)}张首次选票更新一次，显示到${halves ? '半分' : '一位小数'}`,
  ballots: (n: number): string => `${n}票`,
  placeAmong: (n: number, of: number): string => `已揭晓${of}家中列第${n}`,
  validBallots: (n: number): string => `有效${n}票`,
  root: '票箱根值',

  written: {
    units: (n: number): string => `${n}家单位`,
    slotIs: (seats: number): string =>
      seats === 1 ? '每格一席，评完即亮' : `每格${seats}席，评完即亮`,
    atLeisure: '随时可评可改',
    spreadMeans: '每格一家，横向是得分；哪一家得多少分，由排行公布',
    step: (points: number): string => `每列${points}分`,
    scoreless: (n: number): string => `${n}家没有得分`,
    /** In the foot while something else is on stage. */
    underWay: (done: number, of: number): string => `书面评议${done} / ${of}`,
    awaiting: '书面评议已截止',
  },

  standings: '总排行',
  revealed: (n: number, of: number): string =>
    n === of ? `${of}家全部揭晓` : `${of}家已揭晓${n}家`,
  fromBelow: (of: number, out: number): string => `${of}家，自下而上公布，已出${out}家`,
  placesOf: (of: number, first: number, last: number): string =>
    first === last ? `${of}家中第${first}名` : `${of}家中第${first}–${last}名`,
  allShown: (n: number): string => `${n}家全部公布`,
  thenCategories: '接下来：分类排行',
  /** @param category null: of all */
  firstThree: (category: string | null, three: boolean): string =>
    `${category ?? '总排行'}${three ? '前三名' : category === null ? '' : '名次'}`,
  firstOf: (category: string, n: number): string =>
    n > 3 ? `${category}${n}家中的前三名` : `${category}${n}家的名次`,
  /** Categories in which one unit alone has a score. */
  alone: (categories: readonly string[]): string =>
    `${categories.join('、')}只有一家有得分，不另排名`,
  isNew: '新',
  newMeans: '新：此前没有名次',
  nothingYet: '还没有揭晓的成绩',
  tie: (rank: number, n: number, score: string, drawn: boolean): string =>
    `并列第${rank}名：${n}家同为${score}，${drawn ? '先后由抽签定' : '不分先后'}`,
  tieSeparator: '；',
  boardWhy: { floor: '票少不公布', 'no-ballots': '没有票', 'group-without-ballots': '组别缺票' },
};

/** Both languages hold the same keys. */
type ResultsText = typeof zh;

const en: ResultsText = {
  getReady: 'Scoring comes next',
  readyHint: 'Please open your scoring page on your phone',
  pleaseScore: 'Please score',
  closesIn: 'Closes in',
  timeUp: 'Time is up',
  ballotsIn: 'counted',
  counted: 'Counted',
  scoringClosed: 'Closed',
  awaiting: 'Waiting for the reveal',
  sealedGroup: 'sealed',
  frozen: 'At the close; ',
  scoreLast: (alone) => `${alone ? 'The' : 'the'} score comes last`,
  share: (weight, percent) => (percent ? `${weight}%` : `weight ${weight}`),
  lightestFirst: 'The lightest group comes first; the order changes no number',
  sealMark: '封',
  sealed: 'Scores are sealed until the reveal, even from staff',
  notCounting: (recused, absent) =>
    recused > 0
      ? `Line: ${recused} recused${absent > 0 ? `, dim: ${absent} absent` : ''}`
      : absent > 0
        ? `Dim: ${absent} absent`
        : '',
  soFar: 'So far',
  fewBallots: 'Few ballots so far',
  meansLater: 'Group means come with the reveal',
  noMean: (why, counted) =>
    why === 'sealed'
      ? 'sealed'
      : why === 'none'
        ? 'no ballots'
        : why === 'uncounted'
          ? 'not counted'
          : counted < 5
            ? 'under 5'
            : 'not shown alone',
  whyNoScore: (why) =>
    why === 'no-ballots'
      ? 'No score: no ballots came in'
      : why === 'group-without-ballots'
        ? 'No score: a group sent no ballots'
        : why === 'floor'
          ? 'Too few ballots to publish a score'
          : 'No score yet',
  groupsThenWeights: 'Each group first, then weighted together, rounded once',
  liveWaits: ({ of, moves, halves }) =>
    moves === 0
      ? `Shown once ${of} ballots are in`
      : `Updated every ${of} first ballots, ${halves ? 'in halves' : 'to one decimal'}`,
  ballots: (n) => (n === 1 ? '1 ballot' : `${n} ballots`),
  placeAmong: (n, of) => `Place ${n} of ${of} so far`,
  validBallots: (n) => (n === 1 ? '1 ballot' : `${n} ballots`),
  root: 'Ballot box root',

  written: {
    units: (n) => (n === 1 ? '1 unit' : `${n} units`),
    slotIs: (seats) =>
      seats === 1
        ? 'One slot is one seat, lit when done'
        : `One slot is ${seats} seats that are done`,
    atLeisure: 'Score and change any time',
    spreadMeans: 'One slot is one unit, by its score; the standings show which',
    step: (points) => (points === 1 ? 'One column is 1 point' : `One column is ${points} points`),
    scoreless: (n) => (n === 1 ? '1 unit has no score' : `${n} units have no score`),
    underWay: (done, of) => `Written reports ${done} / ${of}`,
    awaiting: 'Written round closed',
  },

  standings: 'Standings',
  revealed: (n, of) => (n === of && of > 1 ? `All ${of} revealed` : `${n} of ${of} revealed`),
  fromBelow: (of, out) => `From the bottom up, ${out} of ${of} shown`,
  placesOf: (of, first, last) =>
    first === last ? `Place ${first} of ${of}` : `Places ${first}–${last} of ${of}`,
  allShown: (n) => (n === 1 ? '1 unit shown' : `All ${n} units shown`),
  thenCategories: 'Next: by category',
  firstThree: (category, three) =>
    `${category ?? 'Standings'}${three ? ': top three' : category === null ? '' : ': places'}`,
  firstOf: (category, n) =>
    n > 3 ? `The top three of ${n}: ${category}` : `Places within: ${category}`,
  alone: (categories) => `Only one unit has a score, so no ranking: ${categories.join(', ')}`,
  isNew: 'new',
  newMeans: 'new: had no place before',
  nothingYet: 'No result has been revealed yet',
  tie: (rank, n, score, drawn) =>
    drawn
      ? `Place ${rank} is shared by ${n} at ${score}, order by lots`
      : `Place ${rank} is shared: ${n} units at ${score}`,
  tieSeparator: '; ',
  boardWhy: {
    floor: 'too few',
    'no-ballots': 'no ballots',
    'group-without-ballots': 'group missing',
  },
};

export const screenResultsText = { zh, en };
