// The words of a draw that screen, watch page and phones share.
import type { Assurance, ReplacementReason } from '../meeting/draws/draw.ts';
import { drawsPeople, PURPOSES } from '../meeting/draws/purposes.ts';
import type { DrawPurpose } from '../meeting/agenda/item.ts';
import type { DrawSource } from '../views/slices/draw-slices.ts';
import { LEFT_STAGE } from '../meeting/draws/at-once.ts';
import { BEACON_PASSED } from '../meeting/draws/beacon.ts';
import { beaconText } from './beacon.ts';
import { drawTitles, purposeNames } from './purposes.ts';

const zh = {
  purposes: purposeNames.zh,
  /** The draw as an act. */
  titles: drawTitles.zh,
  /** Over its picture, before how many of how many. */
  heading: (purpose: DrawPurpose): string => zh.purposes[purpose],
  drawOf: (purpose: DrawPurpose, of: number, take: number): string =>
    PURPOSES[purpose].orders
      ? `${of}家定先后`
      : drawsPeople(purpose)
        ? `${of}人抽${take}人`
        : `${of}家抽${take}家`,
  title: (purpose: DrawPurpose, of: number, take: number): string =>
    `${zh.heading(purpose)}：${zh.drawOf(purpose, of, take)}`,
  alike: (purpose: DrawPurpose): string => (drawsPeople(purpose) ? '每人机会相同' : '每家机会相同'),
  differs: (purpose: DrawPurpose): string =>
    drawsPeople(purpose) ? '各组名额固定，组内机会相同' : '各类名额固定，类内机会相同',
  source: (type: string, count: number): string =>
    type === 'dice10'
      ? `十面骰${count}次`
      : type === 'dice6'
        ? `六面骰${count}次`
        : type === 'drand'
          ? '公共信标'
          : type === 'phones'
            ? '手机输入'
            : type === 'digits'
              ? `签号${count}位`
              : type === 'salt'
                ? '密封的随机数'
                : type === 'kept'
                  ? '监督员保管的随机数'
                  : type,
  assurance: '见证方式',
  assurances: {
    public: '现场公开',
    participants: '与会者共同见证',
    operator: '主办方担保',
  } satisfies Record<Assurance, string>,
  assuranceWhy: {
    public: '在场的人都能核对',
    participants: '随机数由监督员保管到截止收字，参与的人能核对',
    operator: '现场无法核对',
  } satisfies Record<Assurance, string>,
  words: '手机交来的字词',
  typeNow: '请在手机上输入一个字词，它会影响抽签结果',
  wordsIn: '位已交',
  sending: '在场的代表正在手机上交字词',
  wordsClosed: (n: number): string => `收字已截止，共${n}个，名单不再变`,
  wordsHash: '名单校验值',
  nothingSent: '没有人交字，名单是空的',
  asks: (unit: string): string => `向${unit}提问`,
  visits: '核查以下单位',
  replacements: '递补',
  replaced: (n: number): string => `已递补${n}席`,
  tookOver: (n: number): string => `已按递补次序换${n}人`,
  whys: { 'no-show': '未到会', recusal: '回避', left: '离场', declined: '谢绝' } satisfies Record<
    ReplacementReason,
    string
  >,
  replacedBy: (out: string, next: string | null): string =>
    next === null ? `${out}，空缺，无人递补` : `${out}，由${next}递补`,
  passedOver: (n: number): string => (n === 0 ? '' : `，递补名单上前面${n}位不在场或同样回避`),
  insteadOf: (name: string): string => `接替${name}`,
  waitsForKept: '等监督员打开随机数',
  sourceState: ({ type, read, wanted }: DrawSource): string =>
    read
      ? '已读入'
      : wanted
        ? '等监督员保管'
        : type === 'kept'
          ? '已保管，还没有打开'
          : type === 'drand'
            ? '锁定之后才公布'
            : '还没有产生',
  /** Of a void draw: what a person wrote, or what happened by itself. */
  voidWhy: (why: string): string =>
    why === LEFT_STAGE
      ? '还没有抽就离开了这一环节。'
      : why === BEACON_PASSED
        ? beaconText.zh.passed
        : why,
  recount: {
    checking: '本机正在复算',
    same: '本机已自行复算，结果一致',
    differs: '本机复算的结果不一致，请告诉监督员',
    unknown: '本机没能复算',
  },
};

/** Both languages hold the same keys. */
export type DrawText = typeof zh;

const en: DrawText = {
  purposes: purposeNames.en,
  titles: drawTitles.en,
  heading: (purpose) => en.titles[purpose],
  drawOf: (purpose, of, take) =>
    PURPOSES[purpose].orders
      ? `the order of ${of === 1 ? '1 unit' : `${of} units`}`
      : `${take} of ${drawsPeople(purpose) ? (of === 1 ? '1 person' : `${of} people`) : of === 1 ? '1 unit' : `${of} units`}`,
  title: (purpose, of, take) => `${en.heading(purpose)}: ${en.drawOf(purpose, of, take)}`,
  alike: (purpose) =>
    drawsPeople(purpose) ? 'The same chance for all' : 'The same chance for each',
  differs: (purpose) =>
    drawsPeople(purpose)
      ? 'Fixed number for each group, equal chances within it'
      : 'Fixed number for each category, equal chances within it',
  source: (type, count) =>
    type === 'dice10'
      ? `${count} ten-sided dice`
      : type === 'dice6'
        ? `${count} six-sided dice`
        : type === 'drand'
          ? 'Public beacon'
          : type === 'phones'
            ? 'Phones'
            : type === 'digits'
              ? `${count === 1 ? '1 digit' : `${count} digits`} of the lot`
              : type === 'salt'
                ? 'Sealed number'
                : type === 'kept'
                  ? 'Number kept by a supervisor'
                  : type,
  assurance: 'Assurance',
  assurances: { public: 'public', participants: 'participants', operator: 'operator' },
  assuranceWhy: {
    public: 'all present can check it',
    participants:
      'a supervisor keeps the number until the words close; those who took part can check it',
    operator: 'rests on trust in the organiser',
  },
  words: 'Words from phones',
  typeNow: 'Type a word on your phone; it plays a part in the result',
  wordsIn: 'are in',
  sending: 'Those in the hall are sending words from their phones',
  wordsClosed: (n) => `The list is closed with ${n === 1 ? '1 word' : `${n} words`}`,
  wordsHash: 'Check value of the list',
  nothingSent: 'Nobody sent a word; the list is empty',
  asks: (unit) => `asks ${unit}`,
  visits: 'They visit',
  replacements: 'Replacements',
  tookOver: (n) => (n === 1 ? '1 replaced from the reserve' : `${n} replaced from the reserve`),
  replaced: (n) => (n === 1 ? '1 seat replaced' : `${n} seats replaced`),
  whys: { 'no-show': 'not there', recusal: 'recused', left: 'left early', declined: 'declined' },
  replacedBy: (out, next) =>
    next === null ? `${out}: vacant, no replacement` : `${out}: replaced by ${next}`,
  passedOver: (n) => (n === 0 ? '' : `, ${n} before them in the reserve absent or recused too`),
  insteadOf: (name) => `instead of ${name}`,
  waitsForKept: 'Waiting for the supervisor',
  sourceState: ({ type, read, wanted }) =>
    read
      ? 'read'
      : wanted
        ? 'waiting for the supervisor'
        : type === 'kept'
          ? 'kept, not open yet'
          : type === 'drand'
            ? 'published after the lock'
            : 'still to come',
  voidWhy: (why) =>
    why === LEFT_STAGE
      ? 'The meeting moved on before it was drawn.'
      : why === BEACON_PASSED
        ? beaconText.en.passed
        : why,
  recount: {
    checking: 'Recomputing here',
    same: 'Recomputed here: same result',
    differs: 'Recomputed here: another result. Tell the supervisor.',
    unknown: 'Could not be recomputed here',
  },
};

export const drawText = { zh, en };
