// Names that a new meeting starts with; staff change them at will.
import type { TemplateNames } from '../meeting/template.ts';

export const templateText = {
  zh: {
    sheet: '现场评分表',
    criteria: ['重点工作完成', '依法履职', '服务群众', '述职与答问'],
    written: { sheet: '书面评议表', criteria: ['重点工作完成', '依法履职', '服务群众'] },
    satisfaction: { sheet: '满意度测评表', criteria: ['总体满意度'] },
    ballot: { sheet: '民主测评表', criteria: ['德', '能', '勤', '绩', '廉'] },
    mutual: { sheet: '互评表', criteria: ['履职成效', '协作配合', '工作作风'] },
    closing: {
      title: '会议结束',
      text: '谢谢各位代表，谢谢各单位。\n抽签和结果，在观看页上都可以自己核对。',
    },
  },
  en: {
    sheet: 'Live scoring sheet',
    criteria: ['Key tasks done', 'Lawful conduct', 'Service to residents', 'Report and answers'],
    written: {
      sheet: 'Sheet for written reports',
      criteria: ['Key tasks done', 'Lawful conduct', 'Service to residents'],
    },
    satisfaction: { sheet: 'Satisfaction sheet', criteria: ['Satisfaction overall'] },
    ballot: {
      sheet: 'Ballot sheet',
      criteria: ['Integrity', 'Ability', 'Diligence', 'Results', 'Probity'],
    },
    mutual: { sheet: 'Mutual review sheet', criteria: ['Results', 'Cooperation', 'Conduct'] },
    closing: {
      title: 'The meeting is over',
      text: 'Thank you all.\nEvery draw and every result can be checked on the watch page.',
    },
  },
} as const satisfies Record<'zh' | 'en', TemplateNames>;
