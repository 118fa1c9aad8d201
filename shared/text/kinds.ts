// What each kind of item is called, once: by lists, the stage, viewers. Phones load it: purposes stand apart.
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

/** While it is on, to viewers. */
export const nowNames: Names = {
  zh: {
    ...stageNames.zh,
    'check-in': '正在签到',
    draw: '正在抽签',
    presentation: '正在述职',
    score: '正在评分',
    board: '正在公布排行',
  },
  en: {
    ...stageNames.en,
    presentation: 'Presenting now',
    score: 'Being scored',
    board: 'Standings on stage',
  },
};

/** What a new one is called until somebody writes its title. */
export const usualTitles: Names = {
  zh: { ...kindNames.zh, card: '茶歇' },
  en: { ...kindNames.en, card: 'Break' },
};
