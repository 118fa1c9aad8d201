// The words of the large version's sheet: loaded with it.

const zh = {
  /** Of whole half minutes. */
  left: (halves: number) =>
    halves === 0
      ? '不到半分钟'
      : halves === 1
        ? '还有半分钟'
        : `还有${Math.floor(halves / 2)}${halves % 2 === 0 ? '分钟' : '分半'}`,
  overtime: '时间到了，还能提交',
  /** In the place of a mark that is not given. */
  notYet: '还没评',
  /** In the box that opens the keypad: while it is empty, and once it has a mark. */
  type: '点这里输入',
  change: '点这里改',
  score: (name: string) => `${name}的分数`,
  next: '下一项',
  back: '上一项',
  /** Closes the keypad. */
  ok: '好了',
  /** In the place of the way on, where every other line has its mark, and where this one has it too. */
  last: '只差这一项',
  done: '都评完了，提交在最下面',
  /** Leaves the keypad for the key that hands the sheet in. */
  toSubmit: '去提交',
  /** The part of the page at its lower edge. */
  foot: '总分和提交',
};

/** Both languages hold the same keys. */
type LargeSheetText = typeof zh;

const en: LargeSheetText = {
  left: (halves) =>
    halves === 0
      ? 'Less than half a minute left'
      : halves === 1
        ? 'Half a minute left'
        : `${Math.floor(halves / 2)}${halves % 2 === 0 ? '' : '½'} ${halves === 2 ? 'minute' : 'minutes'} left`,
  overtime: 'Time is up, you can still submit',
  notYet: 'Not yet',
  type: 'Type here',
  change: 'Change here',
  score: (name) => `${name}: score`,
  next: 'Next',
  back: 'Back',
  ok: 'Done',
  last: 'Only this one is left',
  done: 'All scored. Submit is below.',
  toSubmit: 'To submit',
  foot: 'Total and submit',
};

export const largeSheetText = { zh, en };
