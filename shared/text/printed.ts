// Above every page that is printed from the console.

const zh = {
  back: '回到控制台',
  print: '打印',
};

/** Both languages hold the same keys. */
type PrintedText = typeof zh;

const en: PrintedText = {
  back: 'Back to the console',
  print: 'Print',
};

export const printedText = { zh, en };
