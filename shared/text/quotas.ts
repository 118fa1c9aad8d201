// Why quotas and a pool give no lottery of panels, and what to change; and what the lottery's script says in the terminal.
import { plural } from './en-words.ts';
import type { QuotaChange, Relaxation } from '../draw/lottery/relaxation.ts';
import type { TableFlaw } from '../draw/lottery/quota-file.ts';

const zh = {
  /** How a quota is to be changed, as part of a sentence. */
  change: ({ a, v, bound, from, to }: QuotaChange) =>
    `“${a}”中“${v}”的${bound === 'min' ? '下限' : '上限'}由${from}改为${to}`,
  infeasible: (changes: readonly string[]) =>
    changes.length === 0
      ? '名单上的人比要抽的人数少，怎样改名额都抽不成。请减少人数，或补充名单。'
      : `这些名额不能同时满足，一组也抽不出来。改动最小的办法：${changes.join('；')}。`,
  tooFewLots: '签数太少，会有人一支签也轮不到。请增加签数，或增加每组人数。',
  flaw: (flaw: TableFlaw): string => {
    switch (flaw.code) {
      case 'quota-head':
        return `名额表的首行认不出来（${flaw.found.join('、') || '空'}）。请用category,feature,min,max、FeatureName,ValueName,MinQuota,MaxQuota或feature,value,min,max。`;
      case 'quota-none':
        return '名额表里没有名额。请每个取值写一行。';
      case 'quota-blank':
        return `名额表第${flaw.row}行的“${flaw.column}”是空的，请填上。`;
      case 'quota-number':
        return `名额表第${flaw.row}行的“${flaw.column}”要填整数，不能是“${flaw.found}”。`;
      case 'quota-order':
        return `名额表第${flaw.row}行的下限${flaw.min}大于上限${flaw.max}，请改正。`;
      case 'quota-twice':
        return `名额表第${flaw.row}行：“${flaw.a}”中的“${flaw.v}”前面已有一行，请只留一行。`;
      case 'quota-character':
        return `名额表第${flaw.row}行的“${flaw.found}”里有竖线或控制字符，请换一个写法。`;
      case 'pool-none':
        return '名单里没有人。首行写列名，以下每人一行。';
      case 'pool-head':
        return `名单里没有“${flaw.a}”这一列，名额表里却有。名单的列：${flaw.found.join('、') || '空'}。`;
      case 'pool-head-twice':
        return `名单里“${flaw.a}”有两列，请只留一列。`;
      case 'pool-blank':
        return `名单第${flaw.row}行的“${flaw.a}”是空的，请填上。`;
      case 'pool-value':
        return `名单第${flaw.row}行的“${flaw.a}”是“${flaw.v}”，名额表里没有这个取值，只有${flaw.known.join('、')}。请改正，或在名额表里补一行。`;
      case 'pool-id-blank':
        return `名单第${flaw.row}行的“${flaw.column}”是空的，请填上。`;
      case 'pool-id-twice':
        return `名单第${flaw.row}行的编号“${flaw.id}”前面已经有了，请改正。`;
    }
  },
  help: `用法：npm run lottery -- --pool POOL.csv --quotas QUOTAS.csv --size K [选项]

  --pool FILE       名单：首行列名，每人一行，每个属性一列；有编号列就用编号，没有就按行编号
  --quotas FILE     名额：category,feature,min,max、FeatureName,ValueName,MinQuota,MaxQuota或feature,value,min,max
  --size K          每组多少人
  --objective NAME  leximin（默认）：最小的机会尽量大，再看第二小的，依此类推；goldilocks：最小与最大的机会兼顾
  --lots M          另按这个分布做出10、100或1000支签
  --json            只输出JSON：min、max、upper、panels、seconds、chances；有--lots时另有lots
  --language zh|en`,
  unknownOption: (option: string) => `没有${option}这个选项。`,
  missing: (option: string) => `请给出${option}。`,
  wrongSize: (given: string, people: number) =>
    `--size要一个1到${people}（名单人数）的整数，不能是“${given}”。`,
  wrongObjective: (given: string) => `--objective只能是leximin或goldilocks，不能是“${given}”。`,
  wrongLots: (given: string) => `--lots只能是10、100或1000，不能是“${given}”。`,
  unreadable: (path: string) => `读不了${path}。请检查文件名和权限。`,
  inFile: (path: string, sentence: string) => `${path}：${sentence}`,
  ended: '计算用时或内存超限，没有结果。请减少属性或人数再试。',
  found: (people: number, k: number, panels: number, seconds: string) =>
    `名单${people}人，每组${k}人，共用${panels}种组成，用时${seconds}秒。`,
  chances: (min: string, max: string) => `机会最小${min}%，最大${max}%。`,
  upper: (upper: string) => `在这些名额下，任何办法都不能让最小的机会超过${upper}%。`,
  leftOut: (ids: readonly string[]) =>
    `${ids.length}人不在任何符合名额的组里，机会为0：${ids.slice(0, 20).join('、')}${ids.length > 20 ? '等' : ''}。`,
  lots: (m: number, least: number, most: number) =>
    `${m}支签：每人最少在${least}支里，最多在${most}支里。要列出每支签，请加--json。`,
};

/** Both languages hold the same keys. */
export type QuotasText = typeof zh;

const en: QuotasText = {
  change: ({ a, v, bound, from, to }) =>
    `${bound === 'min' ? 'lower the minimum' : 'raise the maximum'} of “${v}” in “${a}” from ${from} to ${to}`,
  infeasible: (changes) =>
    changes.length === 0
      ? 'The pool has fewer people than a panel has seats: no change of quotas helps. Make panels smaller, or add people.'
      : `No panel meets all of these quotas at once. The smallest change that helps: ${changes.join('; ')}.`,
  tooFewLots:
    'Of so few lots somebody would be in none. Make more lots, or make each panel larger.',
  flaw: (flaw) => {
    switch (flaw.code) {
      case 'quota-head':
        return `The first row of the quotas is not one that is known (${flaw.found.join(', ') || 'empty'}). Use category,feature,min,max or FeatureName,ValueName,MinQuota,MaxQuota or feature,value,min,max.`;
      case 'quota-none':
        return 'The file of quotas holds none. Write a row for each value.';
      case 'quota-blank':
        return `Row ${flaw.row} of the quotas has nothing in “${flaw.column}”: fill it in.`;
      case 'quota-number':
        return `Row ${flaw.row} of the quotas needs a whole number in “${flaw.column}”, not “${flaw.found}”.`;
      case 'quota-order':
        return `Row ${flaw.row} of the quotas has a minimum of ${flaw.min} above its maximum of ${flaw.max}: correct it.`;
      case 'quota-twice':
        return `Row ${flaw.row} of the quotas: “${flaw.v}” of “${flaw.a}” has a row already. Keep one.`;
      case 'quota-character':
        return `Row ${flaw.row} of the quotas has a bar or a control character in “${flaw.found}”: write it otherwise.`;
      case 'pool-none':
        return 'The pool holds nobody. The first row names the columns, each further row is a person.';
      case 'pool-head':
        return `The pool has no column “${flaw.a}”, which the quotas have. Its columns: ${flaw.found.join(', ') || 'none'}.`;
      case 'pool-head-twice':
        return `The pool has two columns “${flaw.a}”: keep one.`;
      case 'pool-blank':
        return `Row ${flaw.row} of the pool has nothing in “${flaw.a}”: fill it in.`;
      case 'pool-value':
        return `Row ${flaw.row} of the pool has “${flaw.v}” in “${flaw.a}”, for which there is no quota, only for ${flaw.known.join(', ')}. Correct it, or add a row to the quotas.`;
      case 'pool-id-blank':
        return `Row ${flaw.row} of the pool has nothing in “${flaw.column}”: fill it in.`;
      case 'pool-id-twice':
        return `Row ${flaw.row} of the pool has the id “${flaw.id}”, which stands above already: correct it.`;
    }
  },
  help: `Usage: npm run lottery -- --pool POOL.csv --quotas QUOTAS.csv --size K [options]

  --pool FILE       the pool: a row that names the columns, a row for each person, a column for each attribute;
                    an id column is used where there is one, else rows are numbered
  --quotas FILE     category,feature,min,max or FeatureName,ValueName,MinQuota,MaxQuota or feature,value,min,max
  --size K          how many people a panel has
  --objective NAME  leximin (unless given): the smallest chance as large as it can be, then the next smallest, and so on;
                    goldilocks: the smallest and the largest chance balanced
  --lots M          also makes 10, 100 or 1000 lots from the lottery
  --json            prints JSON only: min, max, upper, panels, seconds, chances; with --lots also lots
  --language zh|en`,
  unknownOption: (option) => `The option ${option} is not known.`,
  missing: (option) => `Give ${option}.`,
  wrongSize: (given, people) =>
    `--size takes a whole number from 1 to ${people}, the people of the pool, not “${given}”.`,
  wrongObjective: (given) => `--objective takes leximin or goldilocks, not “${given}”.`,
  wrongLots: (given) => `--lots takes 10, 100 or 1000, not “${given}”.`,
  unreadable: (path) => `${path} cannot be read. Check its name, and that you may read it.`,
  inFile: (path, sentence) => `${path}: ${sentence}`,
  ended:
    'It took too long or too much memory, and there is no result. Try fewer attributes or people.',
  found: (people, k, panels, seconds) =>
    `${plural(people, 'person', 'people')}, panels of ${k}: a lottery of ${plural(panels, 'composition')}, found in ${seconds} s.`,
  chances: (min, max) => `The smallest chance is ${min} %, the largest ${max} %.`,
  upper: (upper) => `Under these quotas no lottery gives everybody more than ${upper} %.`,
  leftOut: (ids) =>
    `In no panel that meets the quotas, and without a chance (${ids.length}): ${ids.slice(0, 20).join(', ')}${ids.length > 20 ? ' …' : ''}.`,
  lots: (m, least, most) =>
    `${plural(m, 'lot')}: everybody is in at least ${least} and at most ${most}. Add --json to see each.`,
};

export const quotasText = { zh, en };

/** Why there is no panel, and the smallest change of quotas with which there is one. */
export function infeasibleSentence(
  language: keyof typeof quotasText,
  relaxation: Relaxation,
): string {
  const text = quotasText[language];
  return text.infeasible(relaxation.map(text.change));
}
