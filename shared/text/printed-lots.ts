// The printed list of lots: what it is, how it is checked with a pencil, and its two parts.
const zh = {
  lang: 'zh-CN',
  title: (meeting: string): string => `${meeting}：签单`,
  facts: (lots: number, take: number, of: number): string =>
    `${of}人，${lots}支签，每签${take}人。`,
  how: [
    '号码由当场掷出的数字定，一位一位念出，念过就不再改。',
    '在“按签号”里找到那个号码，那一行的人就是抽中的人。',
    '在“按人”里找到自己的编号，那里列着您的全部签号，和手机上的一样。',
  ],
  byNumber: '按签号',
  byPerson: '按人',
  hash: '编号签单校验值',
  page: (n: number): string => `第${n}页`,
  count: (n: number): string => `${n}支`,
};

type PrintedLotsText = typeof zh;

const en: PrintedLotsText = {
  lang: 'en',
  title: (meeting) => `${meeting}: the lots`,
  facts: (lots, take, of) =>
    `${of === 1 ? '1 person' : `${of} people`}, ${lots === 1 ? '1 lot' : `${lots.toLocaleString('en')} lots`} of ${take}.`,
  how: [
    'The digits thrown in the hall are the number of one lot; a digit that was read stays.',
    'Find that number under “By number”: the people in its line are the drawn.',
    'Find your own id under “By person”: it has all your numbers, the same as your phone.',
  ],
  byNumber: 'By number',
  byPerson: 'By person',
  hash: 'Check value of the numbered list',
  page: (n) => `Page ${n}`,
  count: (n) => (n === 1 ? '1 lot' : `${n} lots`),
};

export const printedLotsText = { zh, en };
