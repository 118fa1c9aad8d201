// A draw by lots on the phone: one's own numbers, and what is left of them; fetched with that page.
const PLACES_ZH = ['第一位', '第二位', '第三位'];
const PLACES_EN = ['first', 'second', 'third'];

const zh = {
  loading: '正在取签单',
  failed: '签单没有取到。请看大屏，网络恢复后会再取。',
  differs: '取到的签单和大屏上的校验值不一致，请告诉监督员。',
  waiting: (of: number): string =>
    `共${of}支签，排好后锁定，再换位、编号。编号定了，这里列出您的号码。`,
  numbering: '正在换位、编号',
  notIn: '您不在这次抽签的名单里。可以看着大屏。',
  head: (n: number): string => `您在${n}支签里`,
  of: (of: number, id: string): string => `共${of}支，您的编号${id}`,
  now: (thrown: string): string => (thrown === '' ? '号码还没有掷' : `已掷出${thrown}，您还剩`),
  leftOf: (left: number): string => `/ ${left}支`,
  chance: '现在的机会',
  before: (percent: string): string => `抽签前${percent}%`,
  out: (place: number, digit: string): string =>
    `${PLACES_ZH[place - 1] ?? ''}是${digit}，您已不在其中`,
  column: '支',
  next: (place: number, of: number): string =>
    place === of ? '最后一位定一格。' : `${PLACES_ZH[place - 1] ?? ''}掷出后只留一行。`,
  paper: (page: number, id: string): string => `纸上签单第${page}页${id}，印着同样的号码。`,
  list: '看全部签单',
  all: '我的全部号码',
  often: (ids: readonly string[], n: number): string =>
    `和您同签最多的是${ids.join('、')}，各${n}支`,
  in: (number: string): string => `${number}号签抽中，您在这支签里`,
  notInNumber: (number: string): string => `${number}号签抽中，您不在其中`,
  hash: '编号后签单校验值',
  row: (prefix: string, n: number): string => `${prefix}字头，您有${n}支`,
};

export type PhoneLotsText = typeof zh;

const en: PhoneLotsText = {
  loading: 'Fetching the list of lots',
  failed:
    'The list of lots did not come. Watch the screen; it is asked for again once the network is back.',
  differs:
    'The list that came does not match the check value on the screen. Please tell a supervisor.',
  waiting: (of) =>
    `The lots, ${of} in all, are made and locked, then mixed and numbered. Once they have numbers, yours are listed here.`,
  numbering: 'Mixing and numbering',
  notIn: 'You are not in this draw. You can watch the screen.',
  head: (n) => `You are on ${n === 1 ? '1 lot' : `${n} lots`}`,
  of: (of, id) => `of ${of}, as ${id}`,
  now: (thrown) => (thrown === '' ? 'Nothing is thrown yet' : `After ${thrown} you have`),
  leftOf: (left) => `of ${left}`,
  chance: 'Your chance now',
  before: (percent) => `${percent}% before the draw`,
  out: (place, digit) =>
    `The ${PLACES_EN[place - 1] ?? ''} digit is ${digit}: none of yours is left`,
  column: 'lots',
  next: (place, of) =>
    place === of
      ? 'The last digit leaves one.'
      : `The ${PLACES_EN[place - 1] ?? ''} digit leaves one row.`,
  paper: (page, id) => `The printed list has the same numbers: page ${page}, ${id}.`,
  list: 'See all lots',
  all: 'All my numbers',
  often: (ids, n) =>
    `Most often with you: ${ids.join(', ')}, on ${n === 1 ? '1 lot' : `${n} lots`}${ids.length > 1 ? ' each' : ''}`,
  in: (number) => `Lot ${number} is drawn, and you are on it`,
  notInNumber: (number) => `Lot ${number} is drawn, and you are not on it`,
  hash: 'Check value of the numbered lots',
  row: (prefix, n) => `Beginning with ${prefix}: ${n} of yours`,
};

export const phoneLotsText = { zh, en };
