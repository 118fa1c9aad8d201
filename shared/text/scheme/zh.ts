// The scheme in Chinese: its settings, what is odd about them, the worked example, and the rules in a sentence.
import type { ExampleGroup } from '../../scoring/example.ts';
import type { SchemeHint } from '../../scoring/hints.ts';
import type { CountingRules, SchemeFlaw } from '../../scoring/scheme.ts';
import { noLiveText } from '../no-live.ts';

const list = (names: readonly string[]): string => names.join('、');

/** What the spread does, as part of a sentence. */
const spreadWords = ({ spread }: Pick<CountingRules, 'spread'>): string => {
  switch (spread.kind) {
    case 'none':
      return '不去极值';
    case 'trim':
      return `去最高最低各${spread.t}票`;
    case 'cap':
      return `离本组平均超过${spread.margin}分的拉回`;
  }
};

const hint = (one: SchemeHint): string => {
  switch (one.kind) {
    case 'never-trimmed':
      return `有${one.ballots}票以上的组才去极值，${list(one.names)}的席位没有这么多，永远不去。`;
    case 'trimmed-median':
      return '取中位数时，两头去掉一样多的票，结果不变，只是能公布的组变少。请改为不去极值，或改取平均数。';
    case 'capped-median':
      return '取中位数时，拉回极端分几乎不改变结果。请改为不去极值，或改取平均数。';
    case 'median-floor':
      return `中位数只由中间一两票决定，所以一组要剩${one.ballots}票以上才单独公布。`;
    case 'never-counts':
      return `${list(one.names)}的席位太少，到不了保密下限，票永远不计入得分。请加席位，或降低保密下限。`;
    case 'never-shown':
      return `${list(one.names)}的席位太少，均分永远不单独公布；其他组的也不公布，免得相减推出。`;
    case 'nobody-sits':
      return `${list(one.names)}还没有席位，每家单位都会因此没有得分。请安排席位，或把权重改为0，或让权重分给其他组。`;
    case 'all-or-nothing':
      return `这两项合在一起：任何一组剩下的票不到${one.floor}张，这家单位就没有得分。`;
    case 'no-live':
      return one.why.why === 'floor-counts'
        ? '议程里有边收票边公布的评分，请选“按没有票算”：票少的组若计入最后得分，和公布过的数一减，就能推出它的票。否则这些评分揭晓前不公布。'
        : `议程里有边收票边公布的评分，但${noLiveText.zh(one.why)}。这些评分到时揭晓前不公布。`;
  }
};

/** What becomes of a group's ballots, up to its value. */
const step = (
  { totals, left, value, out }: ExampleGroup,
  { spread, centre, floor, emptyGroup }: CountingRules,
): string => {
  const missing = emptyGroup === 'rescale' ? '权重分给其他组' : '这家单位没有得分';
  if (value === null) return out === 'no-weight' ? '没有票，也没有权重。' : `没有票，${missing}。`;
  const dropped = totals.filter(({ fate }) => fate === 'dropped').map(({ total }) => total);
  const moved = totals.flatMap(({ total, to }) => (to === null ? [] : [`${total}改为${to}`]));
  const first =
    spread.kind === 'none'
      ? ''
      : spread.kind === 'trim'
        ? dropped.length > 0
          ? `去掉${list(dropped)}，`
          : '票太少，不去极值，'
        : moved.length > 0
          ? `${list(moved)}，`
          : '不用拉回，';
  const then = `${first}${dropped.length > 0 ? '其余' : ''}${left}票${centre === 'mean' ? '平均' : '的中位数'}${value}`;
  switch (out) {
    case 'below-floor':
      return `${then}；不到保密下限${floor}票，按没有票算，${missing}。`;
    case 'no-weight':
      return `${then}；权重是0，不计入得分。`;
    case 'no-ballots':
    case null:
      return `${then}。`;
  }
};

export const zh = {
  rules: '计分规则',
  saveRules: '保存计分办法',
  spread: '极端分',
  spreads: { none: '照样计入', trim: '去掉', cap: '拉回' },
  spreadMeans: {
    none: '每张票按原样计入。',
    trim: '每组去掉最高和最低的几张票，防一两张票带偏。',
    cap: '离本组平均太远的分数移到界线上，一张票也不丢。不足3票的组不动。',
  },
  trim: '去掉最高和最低各',
  trimMeans: (from: number): string => `票；有${from}票以上的组才去`,
  margin: '离本组平均最多',
  marginMeans: '分，超出的拉回到这条线上',
  centre: '组内取',
  centres: { mean: '平均数', median: '中位数' },
  centreMeans: {
    mean: '剩下的票加起来，除以票数。',
    median: '从低到高排，取正中的一票；票数成双时取中间两票的平均。',
  },
  emptyGroup: '某一组一票没有时',
  emptyGroups: { rescale: '权重分给其他组', incomplete: '该单位没有得分' },
  emptyGroupMeans: {
    rescale: '只按有票的组合成得分。',
    incomplete: '缺一组，这家单位就没有得分，也没有名次。',
  },
  belowFloor: '某一组的票不到保密下限时',
  belowFloors: { count: '照样计入', empty: '按没有票算' },
  belowFloorMeans: {
    count: '再少也计入得分；各组均分都不公布，免得相减推出这几张票。',
    empty: '这几张票不计入得分，当作这一组一票没有；其他组的均分照常公布。',
  },
  floor: '保密下限',
  floorMeans: '票，剩下的票比这少的组，均分不单独公布',
  step: '实时总分每次至少等',
  stepMeans: '张首次选票，不让人推出单张票；30席起至少5张',
  flaws: {
    id: '计分办法不完整',
    trim: '去掉的票数要是1或更大的整数',
    margin: '拉回的界线要大于0，最多100分，最多六位小数',
    floor: '保密下限要是2或更大的整数',
    step: '每次等的票数要是2或更大的整数',
  } satisfies Record<SchemeFlaw, string>,
  hints: '请留意',
  hint,

  example: {
    title: '试算一家',
    invented: '举例：分数是编的，组别和权重是本场的。',
    situation: '假设',
    situations: { all: '各组7票', few: '一组票少', none: '一组没有票' },
    ballots: (n: number): string => `${n}票`,
    dropped: '去掉',
    becomes: '改为',
    step,
    times: (value: string, weight: number): string => `${value} × ${weight}`,
    kept: '这组的数不单独公布',
    sum: '合计',
    weights: (n: number): string => `权重${n}`,
    score: '得分',
    divided: (products: string, weights: number): string => `${products} ÷ ${weights}`,
    whyNot: {
      'no-ballots': '没有一组计入，没有得分',
      'group-without-ballots': '有一组没有票可计，没有得分',
    },
    exact: '这里显示两位小数，计算时不取整，最后才四舍五入一次。',
    noGroups: '导入评议代表后，用本场的组别试算。',
    waits: '上面的设置填好后，这里重新算。',
  },

  /** In a list: what stands, in a few words. */
  brief: (rules: CountingRules): string =>
    `${rules.centre === 'mean' ? '组内取平均' : '组内取中位数'}，${spreadWords(rules)}${
      rules.belowFloor === 'empty' ? `，不到${rules.floor}票的组不计` : ''
    }`,
  /** In the minutes: all that a score is computed by. */
  whole: (
    rules: CountingRules,
    weights: readonly { readonly name: string; readonly weight: string }[],
  ): string =>
    [
      `每组${spreadWords(rules)}，取${rules.centre === 'mean' ? '平均数' : '中位数'}，再按权重合成，最后四舍五入一次。`,
      weights.length === 0
        ? ''
        : `权重：${weights.map(({ name, weight }) => `${name}${weight}`).join('、')}。`,
      rules.spread.kind === 'trim' ? '去掉后不足3票的组不去。' : '',
      rules.spread.kind === 'cap' ? '不足3票的组不拉回。' : '',
      rules.emptyGroup === 'rescale'
        ? '没有票的组，权重分给其他组。'
        : '有一组没有票，该单位没有得分。',
      rules.belowFloor === 'empty'
        ? `剩下的票不到${rules.floor}张的组，按没有票算。`
        : `剩下的票不到${rules.floor}张的组照样计入，均分不单独公布。`,
    ].join(''),
};

/** Both languages hold the same keys. */
export type SchemeText = typeof zh;
