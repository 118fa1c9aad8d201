// The published result on the viewers' page.
export const publishedText = {
  zh: {
    title: '公布的结果',
    lead: '总分由各项按权重相加，再加减分。点单位看是怎么来的。',
    days: (n: number) => `公示${n}天`,
    final: '已定稿',
    among: (category: string, n: number, tied: boolean) =>
      `${category}${n}家里${tied ? '并列' : ''}第`,
    rankEnd: (_rank: number, _of: number) => '名',
    noPlace: '不排名',
    total: '总分',
    byRule: (n: number) => `总分相同，按同分规则第${n}条排的先后。`,
    madeOf: '总分是怎么来的',
    bonus: '加分',
    deduction: '减分',
    capped: (entered: string) => `合计${entered}，已封顶`,
    review: '会上评分',
  },
  en: {
    title: 'Published result',
    lead: 'Components by their weights, then bonuses and deductions. Open a unit to see how it came about.',
    days: (n: number) => `open to objections, days: ${n}`,
    final: 'final',
    among: (category: string, n: number, tied: boolean) =>
      `${category}, of ${n}${tied ? ', shared' : ''}`,
    rankEnd: (_rank: number, of: number) => `of ${of}`,
    noPlace: 'No place',
    total: 'Total',
    byRule: (n: number) => `Equal totals: placed by rule ${n} for ties.`,
    madeOf: 'How the total came about',
    bonus: 'Bonus',
    deduction: 'Deduction',
    capped: (entered: string) => `${entered} entered, capped`,
    review: 'Scored in the meeting',
  },
};
