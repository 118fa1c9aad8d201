// Which sheets a round is scored by, and what a person may give in it.

const zh = {
  how: '用几张评分表',
  hows: { one: '大家用一张', several: '按组别、类别分' },
  severalMean: '从上往下，第一张对得上组别和类别的就用；都对不上的，不评那些单位，也不算缺票。',
  nth: (n: number) => `第${n}张`,
  groups: '组别',
  categories: '类别',
  add: '再加一张',
  who: '谁用哪张表',
  none: '不评',
  nobody: (names: string) => `${names}没有人评。请给它选一张表，或把它移出这一环节。`,
  and: '、',
  limits: '差别化评分',
  tops: { none: '不限', grade: '限等次', total: '限高分' },
  topMeans: {
    none: '每人可以给任意多家同样的分。',
    grade: '每人给这个等次及以上的，不超过单位数的一个比例，零头舍去。',
    total: '每人给到这个分及以上的，不超过单位数的一个比例，零头舍去。',
  },
  grade: '哪个等次起',
  total: '多少分起',
  share: '最多占',
  percent: '%',
  scope: '计算范围',
  scopes: { all: '所有单位', category: '每个类别' },
  distinct: '同样的总分最多给',
  distinctAfter: '家；空着不限',
  noGrades: '选中的评分表不是选等次的，只能限高分。',
};

type Words = typeof zh;

const en: Words = {
  how: 'Sheets',
  hows: { one: 'One for all', several: 'By group and category' },
  severalMean:
    'From the top, the first that fits the group and the category is used. Where none fits, the group does not score those units and is not missed.',
  nth: (n) => `Sheet ${n}`,
  groups: 'Groups',
  categories: 'Categories',
  add: 'Add a sheet',
  who: 'Who fills in which',
  none: 'none',
  nobody: (names) =>
    `Nobody scores ${names}. Choose a sheet for it, or take its units out of this item.`,
  and: ', ',
  limits: 'Differentiation',
  tops: { none: 'No limit', grade: 'Limit a grade', total: 'Limit high totals' },
  topMeans: {
    none: 'Everybody may give as many units the same as they like.',
    grade:
      'Each person may give this grade or a better one to at most a share of the units, rounded down.',
    total: 'Each person may give this total or more to at most a share of the units, rounded down.',
  },
  grade: 'From which grade on',
  total: 'From which total on',
  share: 'At most',
  percent: '%',
  scope: 'Counted in',
  scopes: { all: 'all units', category: 'each category' },
  distinct: 'The same total for at most',
  distinctAfter: 'units; empty: no limit',
  noGrades: 'The chosen sheets are not filled in by grades: only high totals can be limited.',
};

export const sheetPlanText = { zh, en };
