// Numbers as a person says them, up to 99; beyond that, digits.

const ZH = '零一二三四五六七八九';
const EN = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ...['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen'],
  ...['eighteen', 'nineteen'],
];
const EN_TENS = [
  '',
  '',
  'twenty',
  'thirty',
  'forty',
  'fifty',
  'sixty',
  'seventy',
  'eighty',
  'ninety',
];

/** 二十六. */
export function zhNumber(n: number): string {
  if (!isSaid(n)) return String(n);
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  const end = ones === 0 && tens > 0 ? '' : (ZH[ones] ?? '');
  return tens === 0 ? end : `${tens === 1 ? '' : (ZH[tens] ?? '')}十${end}`;
}

/** twenty-six. */
export function enNumber(n: number): string {
  if (!isSaid(n)) return String(n);
  const word = EN[n];
  if (word !== undefined) return word;
  const tens = EN_TENS[Math.floor(n / 10)] ?? '';
  return n % 10 === 0 ? tens : `${tens}-${EN[n % 10] ?? ''}`;
}

function isSaid(n: number): boolean {
  return Number.isInteger(n) && n >= 0 && n <= 99;
}
