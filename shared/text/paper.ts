// The printed form of a ballot: for the person without a phone, and for the clerk who prints it.
import { plural } from './en-words.ts';

const zh = {
  title: '纸质评分表',
  open: '打印纸质评分表',
  which: '印哪一张',
  live: (unit: string) => `现场评分：${unit}`,
  written: (n: number) => `书面评议：${n}家单位`,
  blank: (sheet: string) => `单位留空手填：${sheet}`,
  copies: '份数',
  copiesRange: (most: number) => `份数填1到${most}`,
  print: (pages: number) => `打印${pages}页`,
  hint: 'A4纸，单面打印，按实际大小（100%）。',
  tooMany: '评分项太多，一张表排不下，改为每家单位单独印。',
  noSheet: '还没有评分表。请先在会前准备里设好评分表。',
  rounds: { live: '现场评分', written: '书面评议' },
  attempt: (round: string, n: number) => (n === 1 ? round : `${round}，第${n}次`),
  unit: '评议单位',
  number: '序号',
  full: (max: string) => `满分${max}`,
  step: (step: string) => `每${step}分一档`,
  abstain: '弃权',
  abstainMeans: '整张弃权的，在方框内打勾，各项不填。',
  how: '每项填一个分数，0分也是分；列有等次的，填一个等次。有漏填的，整张不能计入。',
  howTable:
    '每家单位填一行，每项填一个分数，0分也是分；列有等次的，填一个等次。有漏填的，该行不能计入。弃权的，只在“弃权”栏打勾。应当回避的单位，整行不填。',
  name: '姓名',
  group: '组别',
  signature: '签名',
  date: '年　　月　　日',
  goes: '填好后交签到台，由两名工作人员各录入一遍，一致后计入。',
  entered: '录入',
  checked: '核对',
  page: (n: number, of: number) => `第${n}页，共${of}页`,
};

/** Both languages hold the same keys. */
export type PaperText = typeof zh;

const en: PaperText = {
  title: 'Paper ballot',
  open: 'Print paper ballots',
  which: 'What to print',
  live: (unit) => `Live round: ${unit}`,
  written: (n) => `Written round: ${plural(n, 'unit')}`,
  blank: (sheet) => `Unit left blank: ${sheet}`,
  copies: 'Copies',
  copiesRange: (most) => `1 to ${most} copies`,
  print: (pages) => (pages === 1 ? 'Print 1 page' : `Print ${pages} pages`),
  hint: 'A4, one-sided, at actual size (100%).',
  tooMany: 'Too many criteria for one table: each unit gets a form of its own.',
  noSheet: 'There is no sheet yet. Set one up under Setup first.',
  rounds: { live: 'Live round', written: 'Written round' },
  attempt: (round, n) => (n === 1 ? round : `${round}, attempt ${n}`),
  unit: 'Unit',
  number: 'No.',
  full: (max) => `out of ${max}`,
  step: (step) => `in steps of ${step}`,
  abstain: 'Abstain',
  abstainMeans: 'To abstain, tick this box and leave the scores empty.',
  how: 'Write a score in every box (0 is a score), or a grade where grades are listed. A ballot with an empty box cannot count.',
  howTable:
    'One row per unit, a score in every box (0 is a score), or a grade where grades are listed. A row with an empty box cannot count. To abstain, only tick that column. Where you are recused from a unit, leave its row empty.',
  name: 'Name',
  group: 'Group',
  signature: 'Signature',
  date: 'Date: ____________________',
  goes: 'Hand in at the check-in desk. It counts once two members of staff have typed it in alike.',
  entered: 'Entered',
  checked: 'Confirmed',
  page: (n, of) => `Page ${n} of ${of}`,
};

export const paperText = { zh, en };
