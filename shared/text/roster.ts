// What is wrong with a roster file, where, and what to do; and what was understood in a way worth saying.
import type {
  ColumnRole,
  Note,
  NoteCode,
  NoteOf,
  Place,
  Problem,
  ProblemCode,
  ProblemOf,
} from '../roster/problem.ts';

export interface RosterText {
  /** What a column is called, as its heading should read. */
  readonly roles: Readonly<Record<ColumnRole, string>>;
  /** "" where the whole file is meant. */
  readonly place: (place: Place) => string;
  readonly problems: { readonly [C in ProblemCode]: (problem: ProblemOf<C>) => string };
  readonly notes: { readonly [C in NoteCode]: (note: NoteOf<C>) => string };
}

const zhRoles: RosterText['roles'] = {
  id: '编号',
  name: '名称',
  category: '类别',
  group: '组别',
  recusals: '回避单位',
};

const zh: RosterText = {
  roles: zhRoles,
  place: ({ sheet, row, column }) =>
    [
      sheet === '' ? '' : `工作表“${sheet}”`,
      row === undefined ? '' : `第 ${row} 行`,
      column === undefined ? '' : `${column} 列`,
    ]
      .filter((part) => part !== '')
      .join('，'),
  problems: {
    'file-too-large': ({ maxMegabytes }) =>
      `文件超过 ${maxMegabytes} MB。请删去多余的工作表和图片，另存后再导入。`,
    'file-empty': () => '文件是空的。请确认选对了文件，再导入。',
    'not-utf8': () =>
      '文字编码不是 UTF-8。请在 Excel 或 WPS 中另存为“CSV UTF-8（逗号分隔）”，再导入。',
    'is-workbook': () =>
      '这是工作簿文件，不是 CSV。请在 Excel 或 WPS 中另存为“CSV UTF-8（逗号分隔）”，再导入。',
    'bad-quotes': () => '引号不成对。请打开文件检查这一行的引号，改好后再导入。',
    'too-many-rows': ({ max }) => `名单超过 ${max} 行。请删去空行，或分成几个会议。`,
    'too-many-columns': ({ max }) => `表格超过 ${max} 列。请只保留需要的列，再导入。`,
    'no-header': ({ wanted }) =>
      `没有找到表头。请加一行表头，至少要有：${wanted.map((role) => zhRoles[role]).join('、')}。`,
    'no-column': ({ role }) =>
      `缺少“${zhRoles[role]}”列。请在表头加上“${zhRoles[role]}”，再填好每一行。`,
    'two-columns': ({ role, columns }) =>
      `有几列都像“${zhRoles[role]}”：${columns.map(({ column, header }) => `${column} 列“${header}”`).join('、')}。请只留一列，或把另一列的表头改名。`,
    'column-twice': ({ header }) => `“${header}”这个表头出现了两次。请把其中一列改名或删去。`,
    'no-rows': () => '表头下面没有内容。请填好名单，再导入。',
    missing: ({ role }) => `“${zhRoles[role]}”没有填。请填上；整行多余的话请删去。`,
    'bad-id': ({ id }) => `编号“${id}”不能用。请只用字母、数字、点、短横和下划线，最多 64 个。`,
    'duplicate-id': ({ id, firstRow }) =>
      `编号“${id}”与第 ${firstRow} 行重复。请给其中一行换一个编号。`,
    'too-long': ({ max, length }) => `这一格有 ${length} 个字，最多 ${max} 个。请缩短。`,
    'bad-character': ({ character }) =>
      `这一格有看不见的字符（${character}）。请清空这一格，重新手工输入。`,
    'unknown-subject': ({ text }) =>
      `回避单位“${text}”不在单位名单里。请核对名称或编号，或先导入单位名单。`,
    'ambiguous-subject': ({ text, ids }) =>
      `有几家单位都叫“${text}”（${ids.join('、')}）。请改填编号。`,
  },
  notes: {
    footnote: ({ text }) => `最后一行只有一格有字，当作附注，没有导入：“${text}”。`,
    'header-repeated': () => '这一行与表头相同，已跳过。',
    'ids-made': ({ count, first, last }) =>
      `没有可用的编号列，已为 ${count} 行编号：${first} 到 ${last}。`,
    'column-ignored': ({ header }) =>
      header === '' ? '这一列没有表头，没有导入。' : `“${header}”这一列用不到，没有导入。`,
    attributes: ({ keys }) => `这些列作为代表的属性导入：${keys.join('、')}。`,
    'same-name': ({ name, firstRow }) =>
      `“${name}”与第 ${firstRow} 行同名。编号不同，可以导入；若是重复，请删去一行。`,
  },
};

const enRoles: RosterText['roles'] = {
  id: 'ID',
  name: 'Name',
  category: 'Category',
  group: 'Group',
  recusals: 'Recusals',
};

const en: RosterText = {
  roles: enRoles,
  place: ({ sheet, row, column }) =>
    [
      sheet === '' ? '' : `Sheet “${sheet}”`,
      row === undefined ? '' : `Row ${row}`,
      column === undefined ? '' : `Column ${column}`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  problems: {
    'file-too-large': ({ maxMegabytes }) =>
      `The file is larger than ${maxMegabytes} MB. Remove spare sheets and pictures, save it and import again.`,
    'file-empty': () => 'The file is empty. Make sure it is the right one and import again.',
    'not-utf8': () =>
      'The text is not UTF-8. In Excel or WPS save it as “CSV UTF-8 (comma delimited)” and import again.',
    'is-workbook': () =>
      'This is a workbook, not CSV. In Excel or WPS save it as “CSV UTF-8 (comma delimited)” and import again.',
    'bad-quotes': () =>
      'The quotation marks do not pair up. Check those of this row, mend them and import again.',
    'too-many-rows': ({ max }) =>
      `The roster has more than ${max} rows. Remove empty rows, or make several meetings.`,
    'too-many-columns': ({ max }) =>
      `The table has more than ${max} columns. Keep the needed ones and import again.`,
    'no-header': ({ wanted }) =>
      `No header was found. Add a row of headings with at least: ${wanted.map((role) => enRoles[role]).join(', ')}.`,
    'no-column': ({ role }) =>
      `There is no “${enRoles[role]}” column. Add that heading and fill it in for each row.`,
    'two-columns': ({ role, columns }) =>
      `Several columns could be “${enRoles[role]}”: ${columns.map(({ column, header }) => `${column} “${header}”`).join(', ')}. Keep one, or give the other another heading.`,
    'column-twice': ({ header }) =>
      `The heading “${header}” stands twice. Rename or remove one of the two columns.`,
    'no-rows': () => 'Nothing stands below the header. Fill in the roster and import again.',
    missing: ({ role }) => `“${enRoles[role]}” is empty. Fill it in, or remove the whole row.`,
    'bad-id': ({ id }) =>
      `“${id}” cannot be an ID. Use letters, digits, dot, hyphen and underscore, at most 64.`,
    'duplicate-id': ({ id, firstRow }) =>
      `The ID “${id}” stands in row ${firstRow} too. Give one of the two another ID.`,
    'too-long': ({ max, length }) =>
      `This cell has ${length} characters, at most ${max} are allowed. Shorten it.`,
    'bad-character': ({ character }) =>
      `This cell holds a hidden character (${character}). Empty it and type the text again.`,
    'unknown-subject': ({ text }) =>
      `“${text}” is not among the units. Check the name or ID, or import the units first.`,
    'ambiguous-subject': ({ text, ids }) =>
      `Several units are called “${text}” (${ids.join(', ')}). Write the ID instead.`,
  },
  notes: {
    footnote: ({ text }) =>
      `Only one cell of the last row is filled: taken as a footnote, not imported: “${text}”.`,
    'header-repeated': () => 'This row repeats the header and was skipped.',
    'ids-made': ({ count, first, last }) =>
      `No usable ID column: ${count} IDs were made, ${first} to ${last}.`,
    'column-ignored': ({ header }) =>
      header === ''
        ? 'This column has no heading and was not imported.'
        : `The column “${header}” is not needed and was not imported.`,
    attributes: ({ keys }) => `These columns were imported as attributes: ${keys.join(', ')}.`,
    'same-name': ({ name, firstRow }) =>
      `“${name}” stands in row ${firstRow} too. With another ID that is fine; remove one if it is the same.`,
  },
};

export const rosterText = { zh, en } satisfies Record<'zh' | 'en', RosterText>;

/** The whole sentence about a problem, its place first. */
export function problemSentence(language: keyof typeof rosterText, problem: Problem): string {
  const text = rosterText[language];
  const say = text.problems[problem.code] as (problem: Problem) => string;
  return placed(language, text.place(problem), say(problem));
}

/** The whole sentence about a note, its place first. */
export function noteSentence(language: keyof typeof rosterText, note: Note): string {
  const text = rosterText[language];
  const say = text.notes[note.code] as (note: Note) => string;
  return placed(language, text.place(note), say(note));
}

function placed(language: keyof typeof rosterText, place: string, sentence: string): string {
  if (place === '') return sentence;
  return language === 'zh' ? `${place}：${sentence}` : `${place}: ${sentence}`;
}
