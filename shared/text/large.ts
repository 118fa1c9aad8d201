// The large version's own words: the way to it and back, and its sheet.

const zh = {
  /** The way to it, and back. */
  on: '长辈版',
  off: '换回常规版',
  /** Beside the way to it, where somebody comes in. */
  offer: '字大、键大',
  minutes: (n: number) => `还有${n}分钟`,
  overtime: '时间到了，还能提交',
  /** In the place of a mark that is not given. */
  notYet: '还没评',
  /** In the box that opens the keypad. */
  type: '点这里输入',
  score: (name: string) => `${name}的分数`,
  next: '下一项',
  back: '上一项',
  /** Closes the keypad. */
  ok: '好了',
  /** Every line has its mark. */
  done: '评完了',
  /** The part of the page at its lower edge. */
  foot: '总分和提交',
};

/** Both languages hold the same keys. */
type LargeText = typeof zh;

const en: LargeText = {
  on: 'Large version',
  off: 'Regular version',
  offer: 'Larger text and keys',
  minutes: (n) => (n === 1 ? '1 minute left' : `${n} minutes left`),
  overtime: 'Time is up, you can still submit',
  notYet: 'Not yet',
  type: 'Type here',
  score: (name) => `${name}: score`,
  next: 'Next',
  back: 'Back',
  ok: 'Done',
  done: 'All scored',
  foot: 'Total and submit',
};

export const largeText = { zh, en };
