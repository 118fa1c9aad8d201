// Sentences of the written round's page on the phone: loaded with that page.

import { plural } from './en-words.ts';

const zh = {
  title: '书面评议',
  /** On the way to it, from what the hall does. */
  goOn: '继续书面评议',
  /** Beside how many are done of how many. */
  done: '已评',
  /** Where units are too many for a slot each. */
  unitsASlot: (n: number) => `每格${n}家`,
  onStage: (place: string) => `会场：${place}`,
  toStage: '看会场',
  filters: {
    all: (n: number) => `全部${n}`,
    open: (n: number) => `未评${n}`,
    recused: (n: number) => `回避${n}`,
    /** Those with the grade, or the total, that may be given so often. */
    top: (n: number, grade: string | null, total: string | null) =>
      grade === null ? `${total ?? ''}分以上${n}` : `${grade}${n}`,
  },
  filter: '筛选单位',
  categories: '按类别看',
  find: '查找单位',
  /** On the way to the filters. */
  seek: '查找',
  none: '没有符合条件的单位。',
  noneOpen: '都评完了。截止前可以修改，以最后一次计入的为准。',
  states: {
    empty: '未评',
    draft: '没评完',
    changed: '有改动没计入',
    sending: '正在送出',
    kept: '未送达',
    refused: '没有计入',
    recused: '回避',
    counted: '已计入',
    abstained: '弃权',
  },
  receipt: (code: string) => `已计入，回执${code}`,
  next: '下一家未评',
  allDone: '全部评完',
  doneOf: (n: number) => `${n}家已计入`,
  unsent: (n: number) => `${n}家没评完`,
  sending: (n: number) => `${n}家正在送出`,
  kept: (n: number) => `${n}家待送`,
  changeable: '截止前随时可改',
  /** The keys of the page and of its keypad. */
  keys: {
    /** The part of the page that has them. */
    all: '评分',
    pad: '评分键盘',
    back: '上一家',
    next: '下一家',
    skip: '先跳过',
    erase: '退格',
    eraseShort: '退格',
    report: '看材料',
    noReport: '无材料',
    done: '评完',
  },
  /** Below the unit that is open: what its number may be, and when it goes on by itself. */
  hints: {
    digits: (max: string, n: number) =>
      n === 1
        ? `0–${max}分，点一下就到下一家`
        : `0–${max}分，满${['', '一', '两', '三'][n] ?? n}位自动下一家`,
    /** Where the glass is narrow. */
    digitsShort: (n: number) =>
      n === 1 ? '点一下就到下一家' : `满${['', '一', '两', '三'][n] ?? n}位自动下一家`,
    whole: (max: string) => `0–${max}分，输满自动下一家`,
    steps: (max: string, step: string) => `0–${max}分，每档${step}`,
  },
  /** A key would have made more of it than may be: the number that was there stands. */
  still: (max: string, step: string, mark: string) =>
    `最多${max}${step === '1' ? '' : `、每档${step}`}，还是${mark}`,
  /** Above the first unit, once. */
  how: {
    grades: '点一下等次就计入，接着评下一家。点错了，点上面那一家重选。',
    number: '打完分就计入，接着评下一家。打错了，按“上一家”。',
    criteria: '一家评完，按“下一家”就计入。不用提交，随时可以离开。',
  },
  /** What stands beside a sheet and is seldom needed: abstaining, and a comment where it takes one. */
  more: '更多',
  abstain: '弃权',
  backToUnit: '返回',
  /** To those who hear the page: what a unit was given, and which one is open now. */
  given: (unit: string, mark: string, next: string | null) =>
    `${unit}：${mark}。${next === null ? '全部评完。' : `下一家：${next}`}`,
  score: '分数',
  noScore: '还没评',
  /** On a grade that has been given as often as it may be. */
  usedUp: '已满',
  broken: {
    grade: (grade: string, n: number) => `${grade}已给满${n}家`,
    total: (total: string, n: number) => `${total}分以上已给满${n}家`,
    distinct: (n: number) => `已有${n}家同分`,
  },
  leftTotal: (total: string) => `${total}分以上`,
  /** Behind the grade or the total, and behind the number. */
  left: '还可给',
  units: '家',
  atMost: (n: number) => `最多${n}`,
  gone: (name: string) => `${name}已移出书面评议。`,
  goneWhy: '它改为现场评分或不再参加。您在这里填的分数不计入。',
  goneEmpty: '它改为现场评分或不再参加，不用再评。',
  goneCounted: '它改为现场评分或不再参加。先前在这里计入的票留存备查，不再计分。',
  ok: '知道了',
};

/** Both languages hold the same keys. */
export type WrittenText = typeof zh;

const en: WrittenText = {
  title: 'Written reports',
  goOn: 'Go on with written reports',
  done: 'scored',
  unitsASlot: (n) => `Each slot is ${plural(n, 'unit')}`,
  onStage: (place) => `In the hall: ${place}`,
  toStage: 'See the hall',
  filters: {
    all: (n) => `All ${n}`,
    open: (n) => `To score ${n}`,
    recused: (n) => `Recused ${n}`,
    top: (n, grade, total) => (grade === null ? `${total ?? ''} or more ${n}` : `${grade} ${n}`),
  },
  filter: 'Filter units',
  categories: 'By category',
  find: 'Find a unit',
  seek: 'Find',
  none: 'No unit matches.',
  noneOpen: 'All are scored. You can change them until the close; the last one counted stands.',
  states: {
    empty: 'To score',
    draft: 'Not finished',
    changed: 'Changed, not counted',
    sending: 'Sending',
    kept: 'Not sent yet',
    refused: 'Not counted',
    recused: 'Recused',
    counted: 'Counted',
    abstained: 'Abstained',
  },
  receipt: (code) => `Counted, receipt ${code}`,
  next: 'Next to score',
  allDone: 'All are scored',
  doneOf: (n) => `${n} counted`,
  unsent: (n) => `${n} not finished`,
  sending: (n) => `${n} on the way`,
  kept: (n) => `${n} to be sent`,
  changeable: 'Can be changed until the close',
  keys: {
    all: 'Scoring',
    pad: 'Keypad',
    back: 'Back',
    next: 'Next',
    skip: 'Skip',
    erase: 'Delete',
    eraseShort: 'Del',
    report: 'Report',
    noReport: 'No report',
    done: 'Done',
  },
  hints: {
    digits: (max, n) =>
      n === 1
        ? `0–${max}, one tap goes on`
        : `0–${max}, ${['', 'one', 'two', 'three'][n] ?? n} digits go on`,
    digitsShort: (n) =>
      n === 1 ? 'One tap goes on' : `${['', 'One', 'Two', 'Three'][n] ?? n} digits go on`,
    whole: (max) => `0–${max}, goes on by itself`,
    steps: (max, step) => `0–${max} in steps of ${step}`,
  },
  still: (max, step, mark) =>
    `At most ${max}${step === '1' ? '' : ` in steps of ${step}`}, still ${mark}`,
  how: {
    grades:
      'One tap on a grade counts, and the next unit opens. If it was the wrong one, tap the unit above and choose again.',
    number: 'A full number counts, and the next unit opens. If it was the wrong one, press Back.',
    criteria:
      'When a unit is done, Next counts it. There is nothing to submit, and you can leave at any time.',
  },
  more: 'More',
  abstain: 'Abstain',
  backToUnit: 'Back',
  given: (unit, mark, next) =>
    `${unit}: ${mark}. ${next === null ? 'All are scored.' : `Next: ${next}`}`,
  score: 'Score',
  noScore: 'not scored yet',
  usedUp: 'all given',
  broken: {
    grade: (grade, n) => `${grade}: all ${n} given`,
    total: (total, n) => `${total} or more: all ${n} given`,
    distinct: (n) => `${n} ${n === 1 ? 'has' : 'have'} this score already`,
  },
  leftTotal: (total) => `${total} or more`,
  left: ':',
  units: 'left',
  atMost: (n) => `of ${n}`,
  gone: (name) => `${name} has left the written round.`,
  goneWhy:
    'It is scored live now, or no longer takes part. What you filled in here does not count.',
  goneEmpty: 'It is scored live now, or no longer takes part. It need not be scored here.',
  goneCounted:
    'It is scored live now, or no longer takes part. Your ballot from here is kept on record and no longer counts.',
  ok: 'Got it',
};

export const writtenText = { zh, en };
