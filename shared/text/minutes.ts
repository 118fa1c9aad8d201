// The minutes: what is printed, signed and filed after a meeting.
import type { Who } from '../meeting/agenda/item.ts';
import type { Assurance, ReplacementReason } from '../meeting/draws/draw.ts';
import type { Attempt } from '../meeting/round.ts';
import type { MinutesReplacement } from '../views/audiences/minutes.ts';
import { consoleText } from './console.ts';
import { drawText } from './draw.ts';
import { plural } from './en-words.ts';
import { kindNames } from './kinds.ts';
import { drawTitles } from './purposes.ts';
import { schemeText } from './scheme.ts';

const WHYS_ZH = {
  'no-show': '未到',
  recusal: '回避',
  left: '离场',
  declined: '谢绝',
} satisfies Record<ReplacementReason, string>;
const WHYS_EN: typeof WHYS_ZH = {
  'no-show': 'did not come',
  recusal: 'recused',
  left: 'left',
  declined: 'declined',
};

/** The kind and what was typed, once where they are the same. */
function whyZh({ why, reason }: MinutesReplacement): string {
  const kind = WHYS_ZH[why];
  return reason === '' || reason === kind ? kind : `${kind}：${reason}`;
}

function whyEn({ why, reason }: MinutesReplacement): string {
  const kind = WHYS_EN[why];
  return reason === '' || reason === kind ? kind : `${kind}: ${reason}`;
}

const zh = {
  title: '会议记录',
  failed: '会议记录没有取到。请检查网络，再试一次。',
  held: (days: string) => `会议日期：${days}`,
  code: (code: string, zone: string) => `会议代码${code}，时间按${zone}`,
  rehearsal: '演练，结果不算数',
  printedAt: (time: string) => `打印于${time}`,
  run: '议程',
  item: '环节',
  time: '时间',
  notReached: '未进行',
  skipped: (reason: string) => `跳过：${reason}`,
  attendance: '出席',
  group: '组别',
  seats: '应到',
  present: '实到',
  leftEarly: '提前离场',
  absentNames: (names: string) => `缺席：${names}。`,
  leftNames: (names: string) => `提前离场：${names}。`,
  replacement: (one: MinutesReplacement) =>
    one.in === null
      ? `${one.out}（${whyZh(one)}）空缺，无人递补。`
      : `${one.out}（${whyZh(one)}）由${one.in}递补。`,
  changes: '单位变动',
  withdrawn: (unit: string, reason: string) => `${unit}退出：${reason}。`,
  combined: (unit: string, into: string, reason: string) => `${unit}并入${into}：${reason}。`,
  draws: '抽签',
  drawTitles: drawTitles.zh,
  joined: consoleText.zh.joined,
  drawTitle: drawText.zh.title,
  lockedAt: '锁定时间',
  checkDraws: '核对全部抽签',
  checkDrawsAt: (address: string): string => `任何人都可以在${address}逐步重算。`,
  lock: '锁定值',
  record: '记录值',
  dice: '骰子',
  beacon: '公共信标',
  assurance: drawText.zh.assurance,
  assurances: {
    public: '现场公开，在场的人都能核对',
    participants: '与会者共同见证，参与的人能核对',
    operator: '主办方担保，现场无法核对',
  } satisfies Record<Assurance, string>,
  keptBy: (name: string) => `，随机数由监督员${name}保管`,
  result: '结果',
  void: (why: string) => `作废：${why}`,
  running: '尚未完成',
  scheme: '计分办法',
  schemeIs: schemeText.zh.whole,
  /** Where rounds were counted by several. */
  schemeNth: (n: number) => `办法${n}：`,
  byScheme: (n: number) => `按办法${n}`,
  rounds: '评分',
  unit: '单位',
  writtenRound: (n: number) => `书面评议${n}家`,
  /** Of a round in which units rated each other. */
  byUnits: (who: Who): string =>
    who.kind === 'ring'
      ? `单位互评，按抽出的次序各评后面${who.next}家，`
      : { category: '同类单位互评，', parent: '同一上级的单位互评，', all: '单位互评，' }[
          who.within
        ],
  attempt: (n: number, reason: string | null) =>
    reason === null ? `第${n}次，` : `第${n}次（${reason}），`,
  opened: '开始',
  closed: '截止',
  phases: { open: '进行中', closed: '未揭晓', revealed: '已揭晓' } satisfies Record<
    Attempt['phase'],
    string
  >,
  /** In the place of the phase, while groups open. */
  opening: (n: number, of: number) => `正在揭晓，${of}组已揭晓${n}组`,
  root: '票箱根值',
  missing: (names: string) => `未交：${names}。`,
  unconfirmed: (papers: string) => `已录入而未经第二人核对、未计入的纸质票：${papers}。`,
  paperOf: (name: string, unit: string) => `${name}（${unit}）`,
  board: '排行',
  rank: '名次',
  category: '类别',
  categoryRank: '类内名次',
  score: '得分',
  noScore: '无得分',
  nothingYet: '还没有。',
  head: '链头',
  logRoot: '记录树根',
  signatures: ['主持人', '监督员', '工作人员'],
  date: '日期',
  comma: '、',
  then: '，',
  about: (what: string) => `${what}：`,
  kinds: kindNames.zh,
};

export type MinutesText = typeof zh;

const en: MinutesText = {
  title: 'Minutes',
  failed: 'The minutes did not load. Check the network and try again.',
  held: (days) => `Held on ${days}`,
  code: (code, zone) => `Meeting ${code}, times in ${zone}`,
  rehearsal: 'Rehearsal: results do not count',
  printedAt: (time) => `Printed ${time}`,
  run: 'Agenda',
  item: 'Item',
  time: 'Time',
  notReached: 'Not reached',
  skipped: (reason) => `Skipped: ${reason}`,
  attendance: 'Attendance',
  group: 'Group',
  seats: 'Seats',
  present: 'Present',
  leftEarly: 'Left early',
  absentNames: (names) => `Absent: ${names}.`,
  leftNames: (names) => `Left early: ${names}.`,
  replacement: (one) =>
    one.in === null
      ? `${one.out} (${whyEn(one)}): vacant, nobody from the reserve was there.`
      : `${one.out} (${whyEn(one)}) was replaced by ${one.in}.`,
  changes: 'Changes of units',
  withdrawn: (unit, reason) => `${unit} withdrew: ${reason}.`,
  combined: (unit, into, reason) => `${unit} was combined with ${into}: ${reason}.`,
  draws: 'Draws',
  drawTitles: drawTitles.en,
  joined: consoleText.en.joined,
  drawTitle: drawText.en.title,
  lockedAt: 'Locked',
  checkDraws: 'Check all draws',
  checkDrawsAt: (address) => `Anyone computes them again, step by step, at ${address}.`,
  lock: 'Lock',
  record: 'Record',
  dice: 'Dice',
  beacon: 'Public beacon',
  assurance: drawText.en.assurance,
  assurances: {
    public: 'Public: all present can check it',
    participants: 'Participants: those who took part can check it',
    operator: 'Operator: rests on trust in the organiser',
  },
  keptBy: (name) => `; the number was kept by the supervisor ${name}`,
  result: 'Result',
  void: (why) => `Void: ${why}`,
  running: 'Not complete',
  scheme: 'Scheme',
  schemeIs: schemeText.en.whole,
  schemeNth: (n) => `Scheme ${n}: `,
  byScheme: (n) => `by scheme ${n}`,
  rounds: 'Scoring',
  unit: 'Unit',
  writtenRound: (n) => `Written reports, ${n === 1 ? '1 unit' : `${n} units`}`,
  byUnits: (who) =>
    who.kind === 'ring'
      ? `each unit rating the next ${who.next} of the drawn order,`
      : {
          category: 'by the units of the same category,',
          parent: 'by the units of the same parent,',
          all: 'by the other units,',
        }[who.within],
  attempt: (n, reason) => (reason === null ? `attempt ${n},` : `attempt ${n} (${reason}),`),
  opened: 'opened',
  closed: 'closed',
  phases: { open: 'still open', closed: 'not revealed', revealed: 'revealed' },
  opening: (n, of) => `being revealed, ${n} of ${plural(of, 'group')}`,
  root: 'Ballot box root',
  missing: (names) => `Missing: ${names}.`,
  unconfirmed: (papers) => `Entered on paper, never confirmed, not counted: ${papers}.`,
  paperOf: (name, unit) => `${name} (${unit})`,
  board: 'Standings',
  rank: 'Rank',
  category: 'Category',
  categoryRank: 'In category',
  score: 'Score',
  noScore: 'No score',
  nothingYet: 'None yet.',
  head: 'Chain head',
  logRoot: 'Root of the log',
  signatures: ['Moderator', 'Supervisor', 'Clerk'],
  date: 'Date',
  comma: ', ',
  then: ', ',
  about: (what) => `${what}: `,
  kinds: kindNames.en,
};

export const minutesText = { zh, en } as const;
