// A draw's pool as it is set up and added to on stage: bands of a ranking, shared places, who throws. In both languages.
import { plural } from '../en-words.ts';

const zh = {
  rule: '按名次分段',
  ruleMeans:
    '从已经全部公布的排行里抽：前几名、后几名、其余各抽几家事先定好，大屏会写明每段的机会。名次压在分段边上的并列单位都算在这一段里。',
  ranking: '哪个排行',
  allUnits: '全部单位',
  sides: { first: '前几名', last: '后几名', rest: '其余名次' },
  drawFrom: (side: string): string => `抽${side}`,
  places: '名次数',
  take: '抽几家',
  sum: (n: number): string => (n === 0 ? '至少要选一段。' : `共抽${n}家。`),
  place: '并列的名次',
  placeAfter: '抽的时候要有几家并列在这个名次',
  throws: '为哪次抽签掷骰',
  throwsNothing: '不指定',
  ties: '名次并列',
  tie: (place: number, units: number): string => `第${place}名，${units}家并列`,
  drawTie: '抽签定序',
  tieMeans: '把一次抽签加在这一环节之后并立即进入。名次不变，抽出的先后写在排行旁边。',
  tieDrawn: '先后已经抽过了',
  thrower: '抽掷骰人',
  anotherThrower: '另抽一位掷骰人',
  throwerMeans: '从在场的代表里抽一位来掷这次的骰子，再按一次就公布姓名，然后回到这里锁定。',
  throwerIs: (name: string): string => `由${name}掷骰`,
};

export type ConsoleDrawPoolText = typeof zh;

const en: ConsoleDrawPoolText = {
  rule: 'By place',
  ruleMeans:
    'From standings that have been shown in full: how many of the first places, of the last and of the others is set beforehand, and the screen says everybody’s chance. Units that share the place at the edge of a band all belong to it.',
  ranking: 'Which standings',
  allUnits: 'All units',
  sides: { first: 'the first places', last: 'the last places', rest: 'the other places' },
  drawFrom: (side) => `Draw from ${side}`,
  places: 'Places',
  take: 'Units drawn',
  sum: (n) => (n === 0 ? 'Choose one band at least.' : `${plural(n, 'unit')} in all.`),
  place: 'Shared place',
  placeAfter: 'several units have to share it when it is drawn',
  throws: 'Whose dice they throw',
  throwsNothing: 'Not said',
  ties: 'Shared places',
  tie: (place, units) => `Place ${place}, shared by ${units}`,
  drawTie: 'Draw their order',
  tieMeans:
    'Adds a draw behind this item and goes there. The place stays what it is; the order stands beside it.',
  tieDrawn: 'Their order has been drawn',
  thrower: 'Draw who throws',
  anotherThrower: 'Draw another to throw',
  throwerMeans:
    'Draws one of those in the house to throw the dice of this draw. The next press shows the name, then you come back here to lock.',
  throwerIs: (name) => `Dice thrown by ${name}`,
};

export const consoleDrawPoolText = { zh, en };
