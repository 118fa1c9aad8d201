// The name of each kind of item, once, as lists, the stage and viewers say it. Phones load it: purposes stand apart.
import type { Kind } from '../meeting/agenda/item.ts';

type Names = Readonly<Record<'zh' | 'en', Readonly<Record<Kind, string>>>>;

export const kindNames: Names = {
  zh: {
    'check-in': '签到',
    draw: '抽签',
    presentation: '述职',
    score: '评分',
    written: '书面评议',
    board: '排行',
    card: '卡片',
  },
  en: {
    'check-in': 'Check-in',
    draw: 'Draw',
    presentation: 'Presentation',
    score: 'Scoring',
    written: 'Written reports',
    board: 'Standings',
    card: 'Card',
  },
};

/** Over what the hall sees. */
export const stageNames: Names = {
  zh: { ...kindNames.zh, card: '会场' },
  en: { ...kindNames.en, card: 'In the hall' },
};
