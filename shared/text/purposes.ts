// The name of each purpose of a draw, once, and what else is said of all of them.
import type { DrawPurpose, PeoplePurpose } from '../meeting/agenda/item.ts';

type Names = Readonly<Record<'zh' | 'en', Readonly<Record<DrawPurpose, string>>>>;

export const purposeNames: Names = {
  zh: {
    presenters: '述职单位',
    panel: '评议团',
    questioner: '提问代表',
    verification: '实地核查单位',
    team: '核查组',
    'tie-break': '同分定序',
    thrower: '掷骰人',
    'rating-order': '互评次序',
  },
  en: {
    presenters: 'Presenting units',
    panel: 'Panel',
    questioner: 'Questioner',
    verification: 'Units to visit',
    team: 'Visiting team',
    'tie-break': 'Order of units that tie',
    thrower: 'Who throws the dice',
    'rating-order': 'Order of mutual review',
  },
};

/** The draw as an act, as an item of the agenda. */
export const drawTitles: Names = {
  zh: {
    presenters: '抽述职单位',
    panel: '抽评议团',
    questioner: '抽提问代表',
    verification: '抽实地核查单位',
    team: '抽核查组',
    'tie-break': '抽签定序',
    thrower: '抽掷骰人',
    'rating-order': '抽互评次序',
  },
  en: {
    presenters: 'Draw the presenting units',
    panel: 'Draw the panel',
    questioner: 'Draw a questioner',
    verification: 'Draw the units to visit',
    team: 'Draw the visiting team',
    'tie-break': 'Draw the order of units that tie',
    thrower: 'Draw who throws the dice',
    'rating-order': 'Draw the order of mutual review',
  },
};

/** The draw while it goes on, on phones. */
export const drawsNow: Names = {
  zh: drawTitles.zh,
  en: {
    presenters: 'Drawing who presents',
    panel: 'Drawing the panel',
    questioner: 'Drawing a questioner',
    verification: 'Drawing units to visit',
    team: 'Drawing the visiting team',
    'tie-break': 'Drawing the order of units that tie',
    thrower: 'Drawing who throws the dice',
    'rating-order': 'Drawing the order of mutual review',
  },
};

/** What the drawn do, on their own phones. */
export const drawnTasks: Readonly<Record<'zh' | 'en', Readonly<Record<PeoplePurpose, string>>>> = {
  zh: {
    panel: '您是评议团成员。轮到评分时，评分表会自动出现。',
    questioner: '工作人员会把话筒送来。',
    team: '您是核查组成员。',
    thrower: '请到骰子那里，由您来掷。',
  },
  en: {
    panel: 'You are on the panel. The sheet appears by itself when it is time to score.',
    questioner: 'The staff will bring you the microphone.',
    team: 'You are on the visiting team.',
    thrower: 'Please go to the dice: you throw them.',
  },
};

/** From whom it draws, and what follows, for whoever puts it on the agenda. */
export const drawMeanings: Names = {
  zh: {
    presenters: '从名册上的单位里抽，抽中的按抽出的顺序上台述职。',
    panel: '从名册上的代表里抽，公布最后一个名字时自动入席，没抽中的按顺序作递补。',
    questioner: '从在场的代表里抽，已回避的和提过问的不抽；提问对象是议程上此前最近一家述职单位。',
    verification: '从参加的单位里抽，退出的和已抽中核查的不抽。',
    team: '从评议团里抽，去核查刚抽出的单位。',
    'tie-break':
      '排行上名次相同的几家，由抽签定先后。排行全部公布之后才能抽；结果写在排行旁边，名次不改。',
    thrower: '从在场的代表里抽一位来掷骰子，主办方的人不在名册上，抽不到。',
    'rating-order':
      '参加的单位全部排出次序，同一类别里首尾相接；互评环节里，每家评排在它后面的几家。',
  },
  en: {
    presenters:
      'From the units of the roster; those drawn present in the order in which they are drawn.',
    panel:
      'From the reviewers of the roster. They take their seats with the last name; the others are the reserve, in order.',
    questioner:
      'From those present, without those recused or drawn before. The question goes to the last unit to present before it on the agenda.',
    verification:
      'From the units that take part, without those withdrawn or drawn for a visit before.',
    team: 'From the panel, to visit the units just drawn.',
    'tie-break':
      'Lots decide the order of units that share a place. The standings are shown first; the order stands beside it and the place stays what it was.',
    thrower: 'From those in the house. Organisers are on no roster, so it is never one of them.',
    'rating-order':
      'All units that take part get an order, which closes to a ring within each category. In a mutual review each unit rates the next ones after it.',
  },
};
