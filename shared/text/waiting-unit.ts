// The phone of a unit that has no seat, in both languages.
import { plural } from './en-words.ts';
import type { BoardRow } from '../views/slices/number-slices.ts';

const zh = {
  notBegun: '会议还没有开始',
  yourTurn: '现在轮到本单位',
  now: (kind: string, title: string) => `会场现在：${kind}${title === '' ? '' : `，${title}`}`,
  score: (score: string) => `本单位得分${score}`,
  noScore: (why: BoardRow['why']): string =>
    why === 'floor' ? '票数太少，本单位得分不公布' : '本单位没有得分',
  rank: (rank: number, of: number) => `列第${rank}，共${of}家单位。`,
  out: '本单位已不参加本次评议',
  wait: '这一页自动更新，不用刷新。安排本单位互评时，会自动入席。',
  noReport: '本单位还没有上传的材料。',
  watch: '打开观看页',
};

const en: typeof zh = {
  notBegun: 'The meeting has not begun',
  yourTurn: 'It is your unit’s turn',
  now: (kind, title) => `In the hall now: ${kind}${title === '' ? '' : `, ${title}`}`,
  score: (score) => `Your unit’s score: ${score}`,
  noScore: (why) =>
    why === 'floor' ? 'Too few ballots to show your unit’s score' : 'Your unit has no score',
  rank: (rank, of) => `Place ${rank} of ${plural(of, 'unit')}.`,
  out: 'Your unit takes no part any more',
  wait: 'This page keeps up by itself. Once your unit is to rate others, it takes its seat here.',
  noReport: 'No report of your unit is here yet.',
  watch: 'Open the page for viewers',
};

export const waitingUnitText = { zh, en };
