// Quotas of a panel over several attributes: choosing columns in a roster, setting numbers, trying them. In both languages.
import { plural } from '../en-words.ts';

const zh = {
  // in the roster
  choose: '哪些列可以用来定名额',
  chooseMeans:
    '勾选性别、年龄段、区域这样只有几种取值的列，抽评议团时就能按它们定名额。记录里只存编码；名称同姓名一起保存，也一起清除。',
  column: (heading: string, values: number): string => `${heading}（${values}种）`,
  flaws: {
    blank: (ids: readonly string[], n: number): string =>
      `${n}人没有填（${ids.join('、')}${n > ids.length ? '等' : ''}），补齐后才能勾选`,
    many: (values: number): string => `有${values}种取值，太多，请先分成几档`,
    one: '人人相同，分不出名额',
  },
  rare: (people: number, combinations: number): string =>
    `有${people}人的组别和属性，全名册相同的不到3人（共${combinations}种组合）。抽签锁定时公布编码，熟人可能认出他们；把档分得粗一些就好。`,
  rareOf: (names: readonly string[], people: number): string => `${names.join('、')}：${people}人`,
  rareMore: (n: number): string => `另有${n}种组合没有列出`,
  rareShow: '是哪些组合',
  // in the draw
  byLots: '每签的名额',
  lotsBy: { proportional: '按各组人数', quotas: '按多项名额' },
  group: '组别',
  which: '按哪几项定名额',
  noAttributes: '名册里只有组别可用。导入代表名单时勾选性别、年龄段等列，这里就能按它们定名额。',
  columns: { value: '取值', pool: '名册', min: '至少', max: '至多' },
  least: (name: string): string => `${name}至少`,
  most: (name: string): string => `${name}至多`,
  order: '至少比至多还大，请改正',
  few: (have: number): string => `名册只有${have}人，至少的数太大`,
  sums: (min: number, max: number, take: number): string =>
    `至少合计${min}，至多合计${max}，要抽${take}`,
  tooMany: (sum: number, take: number): string => `至少合计${sum}，比要抽的${take}多，请减少`,
  tooFew: (sum: number, take: number): string => `至多合计只有${sum}，不够要抽的${take}，请增加`,
  propose: '按名册比例填',
  objective: '怎样算公平',
  objectives: { leximin: '最小的机会尽量大', goldilocks: '最小和最大兼顾' },
  objectiveMeans: {
    leximin: '先让机会最小的人机会尽量大，再看第二小的，依此类推。',
    goldilocks: '机会最小的人不太小，机会最大的人也不太大。',
  },
  try: '算一算能不能抽',
  tryFirst: '先把上面的数改对',
  trying: (percent: number): string => `正在算，${percent}%`,
  cancel: '停止',
  ended: '算得太久或太大，没有结果。请减少属性或取值再试。',
  lost: '没有算成。请检查网络，再试一次。',
  found: (least: string, most: string): string =>
    least === most
      ? `可以抽，每人的机会都是${least}%。`
      : `可以抽，每人的机会从${least}%到${most}%。`,
  best: (best: string): string => `在这些名额下，最小的机会最多也只能是${best}%。`,
  leftOut: (n: number, names: readonly string[]): string =>
    `有${n}人按这些名额怎样也抽不到：${names.join('、')}${n > names.length ? '等' : ''}。`,
  infeasible: '这些名额不能同时满足，一组也抽不出来。改动最小的办法：',
  change: (name: string, bound: 'min' | 'max', from: number, to: number): string =>
    `${name}：${bound === 'min' ? '至少' : '至多'}${from}改为${to}`,
  adopt: '按这个改',
};

export type QuotasText = typeof zh;

const en: QuotasText = {
  choose: 'Columns that quotas can be set by',
  chooseMeans:
    'Tick columns with a few values, such as gender, age band or area, and the draw of the panel can have quotas by them. Records hold codes only; what they mean is kept with the names, and erased with them.',
  column: (heading, values) => `${heading} (${plural(values, 'value')})`,
  flaws: {
    blank: (ids, n) =>
      `${plural(n, 'person has', 'people have')} nothing there (${ids.join(', ')}${n > ids.length ? ' …' : ''}): fill it in first`,
    many: (values) => `${plural(values, 'value')} are too many: put them into bands first`,
    one: 'all have the same, so there is nothing to set',
  },
  rare: (people, combinations) =>
    `${plural(people, 'person shares', 'people share')} group and all attributes with fewer than three in all (${plural(combinations, 'combination')}). A lock publishes the codes, and who knows them could recognise them: coarser bands help.`,
  rareOf: (names, people) => `${names.join(', ')}: ${people}`,
  rareMore: (n) => `${plural(n, 'more combination')} not listed`,
  rareShow: 'Which combinations',
  byLots: 'On each lot',
  lotsBy: { proportional: 'Groups in proportion', quotas: 'Quotas' },
  group: 'Group',
  which: 'Quotas by',
  noAttributes:
    'The roster has groups only. Tick columns such as gender or age band while importing reviewers, and quotas can be set by them here.',
  columns: { value: 'Value', pool: 'Roster', min: 'Min', max: 'Max' },
  least: (name) => `${name}, at least`,
  most: (name) => `${name}, at most`,
  order: 'The minimum is above the maximum: correct it',
  few: (have) => `Only ${have} in the roster: the minimum is too large`,
  sums: (min, max, take) => `Minima ${min}, maxima ${max}, ${take} to be drawn`,
  tooMany: (sum, take) => `The minima add up to ${sum}, more than the ${take} to be drawn`,
  tooFew: (sum, take) => `The maxima add up to ${sum}, fewer than the ${take} to be drawn`,
  propose: 'Fill in by proportion',
  objective: 'What is fair',
  objectives: { leximin: 'Smallest chance large', goldilocks: 'Smallest and largest' },
  objectiveMeans: {
    leximin: 'The smallest chance is as large as it can be, then the next smallest, and so on.',
    goldilocks: 'The smallest chance is not too small, and the largest not too large.',
  },
  try: 'Try these quotas',
  tryFirst: 'Correct the numbers above first',
  trying: (percent) => `Working, ${percent}%`,
  cancel: 'Stop',
  ended: 'It took too long or too much memory. Use fewer attributes or values, and try again.',
  lost: 'There was no answer. Check the network and try again.',
  found: (least, most) =>
    least === most
      ? `These quotas can be met: everyone has a chance of ${least}%.`
      : `These quotas can be met: chances are ${least}% to ${most}%.`,
  best: (best) => `Under these quotas the smallest chance can be no more than ${best}%.`,
  leftOut: (n, names) =>
    `${plural(n, 'person', 'people')} cannot be drawn under these quotas: ${names.join(', ')}${n > names.length ? ' …' : ''}.`,
  infeasible: 'No panel meets all of these quotas at once. The smallest change that helps:',
  change: (name, bound, from, to) =>
    `${name}: at ${bound === 'min' ? 'least' : 'most'} ${to} instead of ${from}`,
  adopt: 'Change it so',
};

export const quotasSetupText = { zh, en };
