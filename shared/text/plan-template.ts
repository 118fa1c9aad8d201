// Names in the four plans that a meeting can start from, and their own.
import type { PlanTemplate, PlanTemplateNames } from '../meeting/result/plan-templates.ts';

type Words = PlanTemplateNames & {
  readonly names: Readonly<Record<PlanTemplate, string>>;
  /** What it is, in a line. */
  readonly says: Readonly<Record<PlanTemplate, string>>;
};

export const planTemplateText: Readonly<Record<'zh' | 'en', Words>> = {
  zh: {
    names: {
      'double-random': '双随机述职评议',
      'city-offices': '市级机关绩效',
      overall: '综合绩效评估',
      'party-and-government': '党政一体考评',
    },
    says: {
      'double-random':
        '指标60、述职20、满意度20（领导三成、公众七成），加减分封顶，现场和书面一起排名',
      'city-offices': '全年四个季度占80，测评占20（领导三成、社会七成），按类别评四个等次',
      overall: '几家单位各考一块共75，两次测评25；荣誉按最高计一次，迟报的结转，有的扣分加倍',
      'party-and-government': '指标60、测评40；一票否决、末三位，优秀名额按18%、15%、12%给',
    },
    result: '结果',
    indicators: '指标考核',
    review: '述职评议',
    satisfaction: '满意度',
    leaders: '领导评价',
    publics: '公众评价',
    year: '日常考核',
    quarters: ['第一季度', '第二季度', '第三季度', '第四季度'],
    survey: '测评',
    society: '社会评价',
    assessment: '指标评估',
    offices: ['经济发展', '党的建设', '社会治理'],
    waves: '满意度测评',
    wave: ['年中测评', '年末测评'],
    bonus: '加分',
    honours: '荣誉加分',
    deduction: '减分',
    late: '信息迟报',
    serious: '重点工作',
    grades: ['优秀', '良好', '达标', '诫勉'],
  },
  en: {
    names: {
      'double-random': 'Double-random review',
      'city-offices': 'City offices, four quarters',
      overall: 'Overall assessment',
      'party-and-government': 'Party and government together',
    },
    says: {
      'double-random':
        'Indicators 60, the meeting 20, satisfaction 20 (leaders 30 %, public 70 %); capped bonuses and deductions; live and written in one ranking',
      'city-offices':
        'Four quarters make 80, a survey 20 (leaders 30 %, society 70 %); four grades by category',
      overall:
        'Several offices assess 75 points, two survey waves 25; an honour counts once at its highest, late ones are carried, some deductions are doubled',
      'party-and-government':
        'Indicators 60, survey 40; veto, the last three, and top ratings for 18, 15 or 12 % of the staff',
    },
    result: 'Result',
    indicators: 'Indicators',
    review: 'The meeting',
    satisfaction: 'Satisfaction',
    leaders: 'Leaders',
    publics: 'Public',
    year: 'Through the year',
    quarters: ['First quarter', 'Second quarter', 'Third quarter', 'Fourth quarter'],
    survey: 'Survey',
    society: 'Society',
    assessment: 'Assessment',
    offices: ['Economy', 'Party building', 'Governance'],
    waves: 'Satisfaction survey',
    wave: ['Mid-year wave', 'Year-end wave'],
    bonus: 'Bonus',
    honours: 'Honours',
    deduction: 'Deduction',
    late: 'Late reports',
    serious: 'key task',
    grades: ['Excellent', 'Good', 'Passed', 'Warning'],
  },
};
