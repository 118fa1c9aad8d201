// A score sheet as a spreadsheet: headings, and a filled example to write over.

export interface ScoreColumns {
  readonly levels: readonly string[];
  readonly max: string;
  readonly weight: string;
  readonly step: string;
  readonly grades: string;
  readonly who: string;
}

export interface ScoreTemplate {
  /** The file's name without its ending. */
  readonly file: string;
  readonly sheet: string;
  readonly title: string;
  readonly columns: ScoreColumns;
  readonly total: string;
  readonly everyone: string;
  /** Between names in one cell. */
  readonly and: string;
  /** To choose from in a cell: without commas, which part them there. */
  readonly grades: readonly string[];
  /** Level 1, level 2, maximum, step, and grades where it has any. */
  readonly rows: readonly (readonly string[])[];
}

export const scoreTemplates: Readonly<Record<'zh' | 'en', ScoreTemplate>> = {
  zh: {
    file: '评分表模板',
    sheet: '评分表',
    title: '述职评议评分表',
    columns: {
      levels: ['一级指标', '二级指标', '三级指标'],
      ...{ max: '满分', weight: '权重', step: '最小分差', grades: '等次', who: '由谁评' },
    },
    total: '合计',
    everyone: '各组都评',
    and: '、',
    grades: ['优秀100、良好85、达标70、较差55', '优秀、良好、达标、较差', '满意、基本满意、不满意'],
    rows: [
      ['工作业绩', '重点任务', '30', '1'],
      ['工作业绩', '服务群众', '30', '1'],
      ['作风建设', '作风纪律', '20', '0.5'],
      ['作风建设', '廉洁自律', '20', '1', '优秀20、良好17、达标14、较差11'],
    ],
  },
  en: {
    file: 'Score sheet template',
    sheet: 'Score sheet',
    title: 'Sheet for the review',
    columns: {
      levels: ['Level 1', 'Level 2', 'Level 3'],
      ...{ max: 'Maximum', weight: 'Weight', step: 'Step', grades: 'Grades', who: 'Filled in by' },
    },
    total: 'Total',
    everyone: 'every group',
    and: '; ',
    grades: [
      'Excellent 100; Good 85; Adequate 70; Poor 55',
      'Excellent; Good; Adequate; Poor',
      'Satisfied; Fairly satisfied; Dissatisfied',
    ],
    rows: [
      ['Results', 'Key tasks', '30', '1'],
      ['Results', 'Service to people', '30', '1'],
      ['Conduct', 'Discipline', '20', '0.5'],
      ['Conduct', 'Integrity', '20', '1', 'Excellent 20; Good 17; Adequate 14; Poor 11'],
    ],
  },
};
