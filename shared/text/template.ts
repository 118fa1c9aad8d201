// Names that a new meeting starts with; staff change them at will.

export const templateText = {
  zh: {
    sheet: '现场评分表',
    criteria: ['重点工作完成', '依法履职', '服务群众', '述职与答问'],
  },
  en: {
    sheet: 'Live scoring sheet',
    criteria: ['Key tasks done', 'Lawful conduct', 'Service to residents', 'Report and answers'],
  },
} as const;
