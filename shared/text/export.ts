// What leaves a meeting as files: names of files, sheets and columns, and how it all adds up.
import { minutesText } from './minutes.ts';

interface Counting {
  readonly trim: number;
  readonly centre: 'mean' | 'median';
  readonly emptyGroup: 'rescale' | 'incomplete';
  readonly floor: number;
}

const zh = {
  /** Ends of the files' names, behind the meeting's title. */
  files: {
    'workbook.xlsx': '结果',
    'units.csv': '单位',
    'seats.csv': '席位',
    'group-scores.csv': '各组得分',
    'standings.csv': '排行',
    'results.json': '结果',
  },
  sheets: {
    overview: '说明',
    units: '单位',
    seats: '席位',
    groups: '各组得分',
    standings: '排行',
    categories: '按类别',
  },
  overview: {
    title: '会议',
    code: '会议编号',
    zone: '时区',
    made: '生成时间',
    rehearsal: minutesText.zh.rehearsal,
    events: '记录条数',
    head: minutesText.zh.head,
    root: minutesText.zh.logRoot,
    holds: '内容',
    holdsUnits: (n: number) => `单位：名单上的${n}家，参加的和退出的`,
    holdsSeats: (n: number) => `席位：评议团${n}席，谁持有、是否到场`,
    holdsGroups: (n: number) => `各组得分：已揭晓的${n}个结果，每组的权重、票数和得分`,
    holdsStandings: (n: number) => `排行：${n}家的得分和名次，用公式算出`,
    holdsCategories: '按类别：每类几家、平均多少分',
    hidden: '没有揭晓的评分一概不在内。',
    adds: '怎样加总',
    counting: ({ trim, centre, emptyGroup }: Counting) =>
      [
        trim === 0 ? '组内' : `组内去掉最高和最低各${trim}票（剩下不足3票的组不去），`,
        centre === 'mean' ? '取平均数；' : '取中位数；',
        '各组按权重加权平均；',
        emptyGroup === 'rescale' ? '没有票的组，权重分给其他组。' : '有组没有票的，该单位不出分。',
      ].join(''),
    secrecy: ({ floor }: Counting) =>
      `不满${floor}票的组不单独公布；它有权重时，该单位各组都不公布，免得从得分里减出来。这样的得分是填好的数，没有公式。`,
    formulas:
      '改动“各组得分”里的一个组得分，该单位的得分和名次跟着变。“排行”可以随意排序，“各组得分”的行序不要改动。',
    digits: (places: number) =>
      `格子里是15位数字，只显示两位小数；公式取到${places}位小数，显示的与大屏一致。`,
    noFormulas: '有的得分相差极小，电子表格分不清，所以得分和名次是填好的数，没有公式。',
  },
  columns: {
    id: '编号',
    unit: '单位',
    category: '类别',
    part: '参加情况',
    into: '并入',
    seat: '席位',
    holder: '持有人编号',
    name: '姓名',
    group: '组别',
    present: '到场',
    round: '环节',
    attempt: '第几次',
    counts: '计入排行',
    weight: '权重',
    expected: '应评',
    counted: '有效票',
    abstained: '弃权',
    value: '组得分',
    score: '得分',
    why: '备注',
    rank: '名次',
    categoryRank: '类内名次',
    units: '参加单位',
    scored: '有得分的',
    mean: '平均得分',
    decimal: '四位小数',
    numerator: '分子',
    denominator: '分母',
  },
  parts: { in: '参加', withdrawn: '退出', combined: '并入其他单位' },
  presence: { present: '到场', absent: '未到', left: '提前离场', replaced: '已递补' },
  rounds: { live: '评分', written: '书面评议' },
  counts: { yes: '是', superseded: '否，后来重评', out: '否，已退出' },
  values: { floor: '不公布', none: '没有票' },
  whys: {
    floor: '票数太少，得分不公布',
    'no-ballots': '没有收到评分票',
    'group-without-ballots': '有组别没有票',
    withheld: '有组别票少，各组不公布',
  },
  /** On every Windows and in WPS; elsewhere the next one of its kind is taken. */
  font: 'Microsoft YaHei',
  all: '全部',
  /** Of a print; the numbers are put in by the spreadsheet. */
  page: (n: string, of: string) => `第${n}页，共${of}页`,
};

export type ExportText = typeof zh;

const en: ExportText = {
  files: {
    'workbook.xlsx': 'results',
    'units.csv': 'units',
    'seats.csv': 'seats',
    'group-scores.csv': 'group scores',
    'standings.csv': 'standings',
    'results.json': 'results',
  },
  sheets: {
    overview: 'About',
    units: 'Units',
    seats: 'Seats',
    groups: 'Group scores',
    standings: 'Standings',
    categories: 'By category',
  },
  overview: {
    title: 'Meeting',
    code: 'Code',
    zone: 'Time zone',
    made: 'Made',
    rehearsal: minutesText.en.rehearsal,
    events: 'Events in the log',
    head: minutesText.en.head,
    root: minutesText.en.logRoot,
    holds: 'What is in it',
    holdsUnits: (n) => `Units: the ${n} on the list, those that take part and those that left`,
    holdsSeats: (n) => `Seats: the ${n} of the panel, who holds each and whether they came`,
    holdsGroups: (n) =>
      `Group scores: the ${n} revealed so far, with each group’s weight, ballots and value`,
    holdsStandings: (n) => `Standings: scores and ranks of ${n}, worked out by formulas`,
    holdsCategories: 'By category: how many units, and their mean score',
    hidden: 'Nothing of a scoring that is not revealed is in it.',
    adds: 'How it adds up',
    counting: ({ trim, centre, emptyGroup }) =>
      [
        'Within a group: ',
        trim === 0
          ? ''
          : `the ${trim === 1 ? 'highest and the lowest ballot' : `${trim} highest and ${trim} lowest ballots`} dropped where at least 3 are left, then `,
        centre === 'mean' ? 'the mean. ' : 'the median. ',
        'Across groups: the weighted mean. ',
        emptyGroup === 'rescale'
          ? 'The weight of a group without ballots goes to the others.'
          : 'A unit that a group has no ballots for has no score.',
      ].join(''),
    secrecy: ({ floor }) =>
      `A group below the secrecy floor of ${floor} is never shown alone; where it has weight, no group of that unit is, as it could be subtracted from the score. Such a score is a plain number, without a formula.`,
    formulas:
      'Change a group’s value under “Group scores”: the unit’s score and the ranks follow. Sort “Standings” as you like, but leave the order of rows in “Group scores”.',
    digits: (places) =>
      `Cells hold 15 digits and show two decimals; formulas round at decimal place ${places}, and read as on the screen.`,
    noFormulas:
      'Some scores differ by less than a spreadsheet can tell: scores and ranks are plain numbers, without formulas.',
  },
  columns: {
    id: 'ID',
    unit: 'Unit',
    category: 'Category',
    part: 'Takes part',
    into: 'Combined with',
    seat: 'Seat',
    holder: 'Holder’s ID',
    name: 'Name',
    group: 'Group',
    present: 'Present',
    round: 'Round',
    attempt: 'Attempt',
    counts: 'Counts',
    weight: 'Weight',
    expected: 'Expected',
    counted: 'Ballots counted',
    abstained: 'Abstained',
    value: 'Value',
    score: 'Score',
    why: 'Remark',
    rank: 'Rank',
    categoryRank: 'In category',
    units: 'Units taking part',
    scored: 'With a score',
    mean: 'Mean score',
    decimal: 'Four decimals',
    numerator: 'Numerator',
    denominator: 'Denominator',
  },
  parts: { in: 'yes', withdrawn: 'withdrew', combined: 'combined' },
  presence: { present: 'present', absent: 'absent', left: 'left early', replaced: 'replaced' },
  rounds: { live: 'Scoring', written: 'Written reports' },
  counts: { yes: 'yes', superseded: 'no, scored again later', out: 'no, no longer takes part' },
  values: { floor: 'withheld', none: 'no ballots' },
  whys: {
    floor: 'too few ballots to show a score',
    'no-ballots': 'no ballots with scores',
    'group-without-ballots': 'a group has no ballots',
    withheld: 'groups withheld: one has too few ballots',
  },
  font: 'Calibri',
  all: 'All',
  page: (n, of) => `Page ${n} of ${of}`,
};

export const exportText = { zh, en } as const;
