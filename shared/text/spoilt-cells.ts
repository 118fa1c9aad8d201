// What a spreadsheet program has made of a cell of a roster, and what to do about it.
import type { NoteOf } from '../roster/problem.ts';
import { plural } from './en-words.ts';

export const asText = {
  zh: '请先把这一列设为“文本”格式，再对照原件重新填写。',
  en: 'Set the column’s format to Text first, then enter it again from the original.',
};

export const unread = {
  zh: '这一格是公式，文件里却没有它的结果。请用Excel或WPS打开，保存一次，再导入；或改成文字。',
  en: 'This cell is a formula whose result is not in the file. Open the file in Excel or WPS, save it once and import again; or write text instead.',
};

type Sentences = Readonly<Record<NoteOf<'spoilt'>['made'], (text: string) => string>>;

const zh: Sentences = {
  date: (text) =>
    `这一格是日期（${text}）。“1-2”“3/4”“MAR1”一类的内容会被表格软件自动改成日期。${asText.zh}`,
  time: (text) => `这一格是时间（${text}）。“1:2”一类的内容会被表格软件自动改成时间。${asText.zh}`,
  'long-number': (text) =>
    `这一格是超过15位的数（${text}）。表格软件只留前15位，后面的都变成0，找不回来。${asText.zh}`,
  scientific: (text) => `这一格成了科学记数（${text}），原来的号码可能已经不全。${asText.zh}`,
  grouped: (text) =>
    `这一格是一个数（${text}）。“101,102”一类的内容会被表格软件并成一个数。${asText.zh}`,
  percent: (text) => `这一格是百分数（${text}），不是文字。${asText.zh}`,
  money: (text) => `这一格是金额（${text}），不是文字。${asText.zh}`,
  fraction: (text) => `这一格是分数（${text}），不是文字。${asText.zh}`,
  decimal: (text) => `这一格是小数（${text}），末尾的0会被表格软件去掉。${asText.zh}`,
  boolean: (text) => `这一格是逻辑值（${text}），不是文字。${asText.zh}`,
  'no-value': () => unread.zh,
  zeros: (text) => `编号“${text}”比别的编号短，前面的0多半被表格软件去掉了。${asText.zh}`,
};

const en: Sentences = {
  date: (text) =>
    `This cell is a date (${text}). Spreadsheets turn entries like “1-2”, “3/4” or “MAR1” into dates. ${asText.en}`,
  time: (text) =>
    `This cell is a time (${text}). Spreadsheets turn entries like “1:2” into times. ${asText.en}`,
  'long-number': (text) =>
    `This cell is a number of more than 15 digits (${text}). Spreadsheets keep the first 15 and make zeros of the others; they cannot be recovered. ${asText.en}`,
  scientific: (text) =>
    `This cell is in scientific notation (${text}); digits may be lost. ${asText.en}`,
  grouped: (text) =>
    `This cell is one number (${text}). Spreadsheets turn entries like “101,102” into one number. ${asText.en}`,
  percent: (text) => `This cell is a percentage (${text}), not text. ${asText.en}`,
  money: (text) => `This cell is an amount of money (${text}), not text. ${asText.en}`,
  fraction: (text) => `This cell is a fraction (${text}), not text. ${asText.en}`,
  decimal: (text) =>
    `This cell is a decimal number (${text}); spreadsheets drop zeros at its end. ${asText.en}`,
  boolean: (text) => `This cell is a true-or-false value (${text}), not text. ${asText.en}`,
  'no-value': () => unread.en,
  zeros: (text) =>
    `The ID “${text}” is shorter than others; a spreadsheet has probably dropped the zeros in front. ${asText.en}`,
};

type Spoilt = Pick<NoteOf<'spoilt'>, 'made' | 'text'>;

/** What became of the cell, and the remedy. */
export const spoiltSentence = {
  zh: ({ made, text }: Spoilt) => zh[made](text),
  en: ({ made, text }: Spoilt) => en[made](text),
};

type More = Pick<NoteOf<'spoilt-more'>, 'count' | 'rows'>;

/** Of the cells that are not named one by one. */
export const spoiltMore = {
  zh: ({ count, rows }: More) =>
    `从这一行起，这一列还有${count}格也是这样（第${rows.join('、')}行${count > rows.length ? '等' : ''}）。`,
  en: ({ count, rows }: More) =>
    `From this row on, ${plural(count, 'more cell', 'more cells')} of the column ${count === 1 ? 'is' : 'are'} like this (${rows.length === 1 ? 'row' : 'rows'} ${rows.join(', ')}${count > rows.length ? ' and more' : ''}).`,
};
