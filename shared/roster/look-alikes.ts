// What names look like to somebody who reads them from a screen: two that look alike need a mark, whatever stands in them.
// Folding too much costs no more than a mark; folding too little lets two people pass for one.

/** What shows nothing: blanks, and what takes no room or draws an empty cell (variation selectors, fillers). */
const UNSEEN = /[\s\u2800\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu;

/** In lower case; the first of each is what the others are read as. Capitals that look alike come with their small forms. */
const ALIKE: readonly string[] = [
  '·•・‧∙⋅●ꞏ᛫‣◦.。',
  "'‘’‛ʼʹ′`´",
  '"“”„‟«»「」『』″',
  '-−ー一',
  'o0〇○◯οσоօ',
  'il1|ıιіӏ',
  'aαɑа',
  'bβвь',
  'cсϲ',
  'dԁ',
  'eεеё',
  'hηнһ',
  'jјϳ',
  'kκк',
  'mμм',
  'nп',
  'pρр',
  'sѕ',
  'tτт',
  'vνѵ',
  'wωԝ',
  'xχх',
  'yγυуү',
  'zζ',
  // Radicals that texts copied out of a PDF hold instead of the character, and that NFKC leaves.
  ...[
    '见⻅',
    '贝⻉',
    '车⻋',
    '长⻓',
    '门⻔',
    '青⻘',
    '韦⻙',
    '页⻚',
    '风⻛',
    '飞⻜',
    '食⻝',
    '马⻢',
  ],
  ...[
    '骨⻣',
    '鬼⻤',
    '鱼⻥',
    '鸟⻦',
    '卤⻧',
    '麦⻨',
    '黄⻩',
    '黾⻪',
    '齐⻬',
    '齿⻮',
    '龙⻰',
    '龟⻳',
  ],
  ...['西⻄', '虎⻁', '角⻆', '崎﨑', '高髙', '吉𠮷'],
];

const READ_AS: ReadonlyMap<string, string> = new Map(
  ALIKE.flatMap((alike) => {
    const [first = '', ...others] = Array.from(alike);
    return others.map((other): readonly [string, string] => [other, first]);
  }),
);

/** The same for two texts that nobody can tell apart at a glance. To be compared, never to be shown. */
export function looksLike(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(/\p{Pd}/gu, '-');
  // Up and down again: ß and SS, ς and Σ have no other form in common.
  const small = plain.toUpperCase().toLowerCase();
  return Array.from(small, (character) => READ_AS.get(character) ?? character).join('');
}
