// What marks a rehearsal on every page and sheet, in both languages.

const zh = {
  /** Before the title of a copied meeting. */
  mark: '【演练】',
  band: '演练',
  bandNote: '结果不算数',
  exampleTitle: '区政府年度绩效评议会（示例）',
};

/** Both languages hold the same keys. */
type RehearsalText = typeof zh;

const en: RehearsalText = {
  mark: '[Rehearsal] ',
  band: 'Rehearsal',
  bandNote: 'results do not count',
  exampleTitle: 'District performance review (example)',
};

export const rehearsalText = { zh, en };
