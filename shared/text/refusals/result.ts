// Refusals about the result, in both languages: its plan, what is entered, the steps from computed to final.
import type { EntryState } from '../../results/case.ts';
import type { PlanFlaw } from '../../results/refused.ts';
import type { RefusalText } from './words.ts';

type ResultRefusals = Pick<
  RefusalText,
  | 'plan-invalid'
  | 'plan-category'
  | 'no-plan'
  | 'column-value'
  | 'column-partial'
  | 'adjustment-unknown'
  | 'adjustment-kind'
  | 'adjustment-decided'
  | 'adjustment-not-deducted'
  | 'points-missing'
  | 'evidence-missing'
  | 'second-person'
  | 'grade-unknown'
  | 'veto-unknown'
  | 'rounds-unrevealed'
  | 'adjustments-waiting'
  | 'result-none'
  | 'result-same'
  | 'result-changed'
  | 'result-step'
  | 'result-done'
  | 'result-published'
  | 'result-final'
>;

/** What is the matter with a part, after its name. */
export const planFlawText: Readonly<Record<'zh' | 'en', Readonly<Record<PlanFlaw, string>>>> = {
  zh: {
    number: '这里的数不是小数或分数',
    negative: '权重不能是负数',
    'not-above-zero': '这里要大于0',
    unknown: '用到了没有的项目或等次',
    twice: '编号重复',
    'weights-all-zero': '下面各项的权重都是0',
    empty: '下面还没有项目',
    range: '数值超出范围，或下限大于上限',
    circle: '上下级互相引用，绕成了圈',
    grades: '等次线要从高到低、比例合计不超过1、都比等次少一个',
  },
  en: {
    number: 'a number here is neither a decimal nor a fraction',
    negative: 'a weight cannot be negative',
    'not-above-zero': 'it must be above 0',
    unknown: 'it names a part, round or grade that is not there',
    twice: 'an id is used twice',
    'weights-all-zero': 'everything under it has weight 0',
    empty: 'nothing is under it yet',
    range: 'a number is out of range, or the least is above the most',
    circle: 'units and their parents refer to each other in a circle',
    grades: 'limits must fall, shares sum to 1 at most, one fewer than grades',
  },
};

const STATES = {
  zh: { declared: '待复核', confirmed: '已确认', rejected: '已驳回', cancelled: '已撤销' },
  en: {
    declared: 'waiting',
    confirmed: 'confirmed',
    rejected: 'rejected',
    cancelled: 'cancelled',
  },
} as const satisfies Readonly<Record<'zh' | 'en', Readonly<Record<EntryState, string>>>>;

export const zhResultRefusals: ResultRefusals = {
  'plan-invalid': ({ flaw, name }) => {
    const what = planFlawText.zh[flaw];
    return `没有保存。${name === '' ? what : `“${name}”：${what}`}。请改好再保存。`;
  },
  'plan-category': ({ name }) => `“${name}”没有计分项。请给它加上，或设一份各类通用的。`,
  'no-plan': '还没有计分办法。请先在会前准备里保存一份。',
  'column-value': ({ name, value, max }) =>
    name === ''
      ? `满分“${value}”应当大于0（现为${max}），没有导入。请改好再导入。`
      : `“${name}”的分数${value}不在0到${max}之间，没有导入。请改好再导入。`,
  'column-partial': ({ n, of, first }) =>
    `${String(of)}家里缺${String(n)}家（如“${first}”），没有导入。请补齐，或勾选“缺的就是没有”。`,
  'adjustment-unknown': '没有这一条加减分。请刷新后再看。',
  'adjustment-kind': '计分办法里没有这一类加减分。请先在计分办法里设好。',
  'adjustment-decided': ({ as }) =>
    `别人刚处理过这一条，现在是“${STATES.zh[as]}”，您这一步没有执行。请看清再决定。`,
  'adjustment-not-deducted': '只有已经确认的扣分才能因整改撤销。请核对这一条。',
  'points-missing': '分值要大于0。请填上再提交。',
  'evidence-missing': '没有依据，没有登记。请写明文件名和文号，或选一份该单位的材料。',
  'second-person': '这一步要由另一个人来做。请换一位工作人员登录。',
  'grade-unknown': '计分办法里没有这个等次。请重新选择。',
  'veto-unknown': '这条一票否决已经不在了。请刷新后再看。',
  'rounds-unrevealed': ({ rounds, waiting }) =>
    rounds > 0
      ? `还有${String(rounds)}场评分没有揭晓，不能计算。请先揭晓。`
      : `还有${String(waiting)}家的分数等着排行公布，不能计算。请先公布排行。`,
  'adjustments-waiting': ({ n }) =>
    `还有${String(n)}条加减分没有复核，不能计算。请先由第二个人确认或驳回。`,
  'result-none': '还没有计算出来的结果。请先计算。',
  'result-same': '结果没有变化，不用重新计算。请接着复核、审批。',
  'result-changed': ({ n }) =>
    `计算以后内容变了（${String(n)}家），没有执行。请看变动，重新计算，再从复核走起。`,
  'result-step': ({ wants }) => {
    const before = { checked: '复核', reviewed: '审核', settled: '审定', published: '公布' };
    return `还没有${before[wants]}，这一步不能做。请先${before[wants]}。`;
  },
  'result-done': '这一步已经有人做过，没有重复执行。请接着做下一步。',
  'result-published': '结果已经公布，不能退回。有错请改正后重新计算、复核、审定、公布。',
  'result-final': '结果已经定稿，不能再改，这一步没有执行。请核对是不是要改别的会议。',
};

export const enResultRefusals: ResultRefusals = {
  'plan-invalid': ({ flaw, name }) => {
    const what = planFlawText.en[flaw];
    return `Not saved. ${name === '' ? what : `“${name}”: ${what}`}. Put it right.`;
  },
  'plan-category': ({ name }) =>
    `“${name}” has no components. Give it its own, or make some for all.`,
  'no-plan': 'There is no way of adding up yet. Save one in the preparation first.',
  'column-value': ({ name, value, max }) =>
    name === ''
      ? `The full mark “${value}” must be above 0 (now ${max}). Put it right and import again.`
      : `“${name}” has ${value}, not from 0 to ${max}; nothing was imported. Put it right and import again.`,
  'column-partial': ({ n, of, first }) =>
    `Missing: ${String(n)} of ${String(of)}, first “${first}”; nothing was imported. Complete the file, or tick that these have none.`,
  'adjustment-unknown': 'There is no such entry. Reload and look again.',
  'adjustment-kind': 'The scheme has no such kind of bonus or deduction. Set it up there first.',
  'adjustment-decided': ({ as }) =>
    `Somebody else decided first: it is ${STATES.en[as]}. Your step was not taken. Look again and decide.`,
  'adjustment-not-deducted':
    'Only a confirmed deduction can be cancelled as made good. Check the entry.',
  'points-missing': 'Points must be above 0. Fill them in and send again.',
  'evidence-missing':
    'No evidence, so nothing was entered. Name the document and its number, or pick a report of the unit.',
  'second-person': 'Another person has to do this. Let somebody else of the staff log in.',
  'grade-unknown': 'The scheme has no such grade. Choose again.',
  'veto-unknown': 'This veto is gone already. Reload and look again.',
  'rounds-unrevealed': ({ rounds, waiting }) =>
    rounds > 0
      ? `Rounds that are not revealed: ${String(rounds)}. Reveal them first, then compute.`
      : `Scores that wait for the standings: ${String(waiting)}. Show these first, then compute.`,
  'adjustments-waiting': ({ n }) =>
    `Entries that nobody has confirmed or rejected: ${String(n)}. A second person has to, then compute.`,
  'result-none': 'Nothing was computed yet. Compute the result first.',
  'result-same': 'The result is the same as before. Go on to have it checked and approved.',
  'result-changed': ({ n }) =>
    `Changed since it was computed (units: ${String(n)}), so nothing was done. Read what, compute and have it checked again.`,
  'result-step': ({ wants }) => {
    const before = {
      checked: 'checked',
      reviewed: 'reviewed by its body',
      settled: 'approved by its body',
      published: 'published',
    };
    return `It has not been ${before[wants]} yet. Do that first.`;
  },
  'result-done': 'Somebody has done this already; it was not done twice. Go on with the next step.',
  'result-published':
    'It is published and cannot be sent back. Correct what is wrong, compute, and take all steps again.',
  'result-final':
    'The result is final and cannot change; nothing was done. Look whether another meeting is meant.',
};
