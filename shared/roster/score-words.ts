// The words that head the columns of a score sheet's file.
import type { Vocabulary } from './header.ts';
import type { ColumnRole } from './problem.ts';

const level = (n: number, chinese: string, english: string) => ({
  strong: [
    ...['指标', '项目', '评价指标', '考核指标', '指标名称', '分类'].map((w) => `${chinese}级${w}`),
    ...[`${chinese}级`, `level${String(n)}`, `${english}level`, `level${String(n)}criterion`],
  ],
  weak: [],
});

export const VOCABULARY: Vocabulary = {
  level1: level(1, '一', 'first'),
  level2: level(2, '二', 'second'),
  level3: level(3, '三', 'third'),
  criterion: {
    strong: [
      ...['评分项', '评分项目', '评分指标', '评议项目', '评议指标', '评价项目', '评价指标'],
      ...['测评项目', '测评指标', '考核项目', '考核指标', '考评项目', '考评指标', '评分项名称'],
      ...['criterion', 'criteria', 'item', 'criterionname'],
    ],
    weak: ['指标', '指标名称', '项目', '名称', '评分内容', '评议内容', '评价内容', '内容', 'name'],
  },
  max: {
    strong: [
      ...['满分', '满分值', '最高分', '标准分', '分值', '满分(分)', '分值(分)', '基准分'],
      ...['max', 'max.', 'maximum', 'maxscore', 'maximumscore', 'points', 'fullmarks', 'outof'],
    ],
    weak: ['分数', 'score'],
  },
  weight: {
    strong: [
      ...['权重', '权重%', '比重', '占比', '权重系数', '比例'],
      ...['weight', 'weights', 'weight%', 'weighting', 'share', 'share%'],
    ],
    weak: [],
  },
  step: {
    strong: [
      ...['最小分差', '每格', '分档', '步长', '打分间隔', '评分间隔', '最小单位', '每档'],
      ...['step', 'steps', 'increment'],
    ],
    weak: [],
  },
  grades: {
    strong: [
      ...['等次', '等级', '档次', '评价等次', '等次分', '等次和分数', '等次及分数'],
      ...['grades', 'grade', 'scale', 'gradesandmarks'],
    ],
    weak: [],
  },
  who: {
    strong: [
      ...['由谁评', '由谁来评', '谁来评', '评分组', '评分组别', '评议组', '评议组别', '评分主体'],
      ...['评价主体', '评议主体', '评分人', '组别', '哪些组评'],
      ...['filledinby', 'whofillsitin', 'groups', 'group', 'scoredby', 'who', 'by'],
    ],
    weak: [],
  },
};

export const REQUIRED: readonly ColumnRole[] = ['max'];
