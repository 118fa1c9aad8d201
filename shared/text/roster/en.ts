// What is wrong with a roster file and what was understood in it, in English.
import type { OtherFormat } from '../../roster/problem.ts';
import { plural } from '../en-words.ts';
import { sheetFlawText } from '../sheet-flaws.ts';
import { asText, spoiltMore, spoiltSentence, unread } from '../spoilt-cells.ts';
import { MANY_ROWS, type RosterText } from './words.ts';

const roles: RosterText['roles'] = {
  id: 'ID',
  name: 'Name',
  category: 'Category',
  group: 'Group',
  formerly: 'Former names',
  recusals: 'Recusals',
  score: 'Score',
  grade: 'Grade',
  level1: 'Level 1',
  level2: 'Level 2',
  level3: 'Level 3',
  criterion: 'Criterion',
  max: 'Maximum',
  weight: 'Weight',
  step: 'Step',
  grades: 'Grades',
  who: 'Filled in by',
};

const guessed =
  'The file does not state its encoding; it was read as GB18030. If characters look wrong, save it as XLSX in Excel or WPS and import that.';

const formats: Readonly<Record<OtherFormat, string>> = {
  xls: 'This is an old Excel file (.xls)',
  xlsb: 'This is a binary workbook (.xlsb)',
  numbers: 'This is a Numbers spreadsheet',
  'web-page': 'This is really a web page, not a spreadsheet',
};

export const en: RosterText = {
  roles,
  place: ({ sheet, row, column, header }) =>
    [
      sheet === '' ? '' : `Sheet “${sheet}”`,
      row === undefined ? '' : `Row ${row}`,
      column === undefined ? '' : `Column ${column}${header === undefined ? '' : ` “${header}”`}`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  problems: {
    'file-too-large': ({ maxMegabytes }) =>
      `The file is larger than ${maxMegabytes} MB. Remove spare sheets and pictures, save it and import again.`,
    'file-empty': () => 'The file is empty. Make sure it is the right one and import again.',
    'not-a-table': () =>
      'This file is not a table. Choose an XLSX or CSV file; a list in a picture, a PDF or an archive has to be made a table first.',
    'other-format': ({ format }) =>
      `${formats[format]}. Open it in Excel, WPS or LibreOffice, save it as “Excel workbook (.xlsx)” and import that.`,
    password: () =>
      'This file is protected by a password. Open it, remove the password, save a copy and import that.',
    damaged: () =>
      'The file is damaged or incomplete. Open it in Excel or WPS, save it as a new XLSX file and import that.',
    'too-heavy': () =>
      'The file is too large once unpacked. Copy the roster into a new workbook, keep only filled rows and columns, and import that.',
    'encoding-guessed': () => guessed,
    'unknown-encoding': () =>
      'The encoding of this text is not known. Save it as XLSX in Excel or WPS and import that.',
    'bad-quotes': () =>
      'The quotation marks do not pair up. Check those in this row, correct them and import again.',
    'too-many-rows': ({ max }) =>
      `The roster has more than ${max} rows. Remove empty rows, or make several meetings.`,
    'too-many-columns': ({ max }) =>
      `The table has more than ${max} columns. Keep the needed ones and import again.`,
    'stray-cell': ({ text, more }) =>
      `This cell stands by itself, outside the roster: “${text}”. Clear it, or move it into the roster, save and import again.${
        more > 0 ? ` There ${more === 1 ? 'is one more' : `are ${more} more`} like it.` : ''
      }`,
    'no-header': ({ wanted }) =>
      `No header was found. Add a row of headings with at least: ${wanted.map((role) => roles[role]).join(', ')}.`,
    'other-roster': ({ is }) =>
      is === 'subjects'
        ? 'This looks like the list of units. Choose it under “Units”.'
        : 'This looks like the list of reviewers. Choose it under “Reviewers”.',
    'no-column': ({ role }) =>
      `There is no “${roles[role]}” column. Add that heading and fill it in for each row.`,
    'column-twice': ({ header }) =>
      `The heading “${header}” appears twice. Rename or remove one of the two columns.`,
    'no-rows': () => 'There is nothing below the header. Fill in the roster and import again.',
    missing: ({ role }) => `“${roles[role]}” is empty. Fill it in, or remove the whole row.`,
    'failed-formula': ({ text }) =>
      `The formula in this cell has failed (${text}). Type the text instead, or correct the formula and save again.`,
    'unread-formula': () => unread.en,
    'too-narrow': () =>
      'Only # signs are left of this cell: the column was too narrow when the file was saved. Widen it in the original, save again and import that.',
    'lost-character': () =>
      'A character in this cell is lost (�). Enter it again from the original; if this is so throughout, save the original as XLSX and import that.',
    'undivided-row': ({ text }) =>
      `The whole row is in one cell (“${text}”). Separate it with the same character as the other rows and import again.`,
    spoilt: spoiltSentence.en,
    'spoilt-more': spoiltMore.en,
    'bad-id': ({ id }) =>
      `“${id}” cannot be an ID. Use letters, digits, dot, hyphen and underscore, at most 64.`,
    'duplicate-id': ({ id, firstRow }) =>
      `The ID “${id}” is also in row ${firstRow}. Give one of the two another ID.`,
    'too-long': ({ max, length }) =>
      `This cell has ${length} characters, at most ${max} are allowed. Shorten it.`,
    'bad-character': ({ character }) =>
      `This cell holds a hidden character (${character}). Empty it and type the text again.`,
    'unknown-subject': ({ text, between, meant }) => {
      if (meant !== undefined)
        return `“${text}” is not among the units, but “${meant}” is: a spreadsheet has probably dropped the zeros in front. ${asText.en}`;
      const said = `“${text}” is not among the units.`;
      if (between === undefined) return `${said} Check the name or ID, or import the units first.`;
      return between === ' '
        ? `${said} A space separates only where both sides are units; check the name or ID, and put a comma, a semicolon or a line break between several.`
        : `${said} “${between}” does not separate units; put a comma, a semicolon or a line break between them.`;
    },
    'ambiguous-subject': ({ text, ids }) =>
      `Several units are called “${text}” (${ids.join(', ')}). Write the ID instead.`,
    'fourth-level': () =>
      'This row has four levels. A sheet has at most three, the last of them the criterion: leave one out, or join it with the one above.',
    'part-twice': ({ name, firstRow }) =>
      `“${name}” appears twice under one part (see row ${firstRow}). Rename one, or put the two together, one below the other.`,
    'bad-number': ({ text }) =>
      `“${text}” is not a usable number. Write digits, such as 30 or 2.5, with at most six decimals.`,
    'merged-number': ({ role }) =>
      `Several rows share one merged “${roles[role]}”. Unmerge the cell and give each criterion its own; if it is that of the part above, give that part a row of its own.`,
    'bad-grades': ({ text }) =>
      `The grades “${text}” cannot be read. Write “Excellent 100, Good 85, Adequate 70, Poor 55”: a mark for each, or for none.`,
    'unknown-group': ({ text, known }) =>
      known.length === 0
        ? `This meeting has no groups yet, so nobody knows who “${text}” is. Import the reviewers first, or empty the cell: then every group fills it in.`
        : `No group is called “${text}”. This meeting has: ${known.join(', ')}. Write one of these; an empty cell means every group.`,
    'of-a-part': ({ name, role }) =>
      `“${name}” has criteria below it, and “${roles[role]}” belongs to criteria. Move it to the rows below.`,
    subtotal: () => 'This row is a subtotal, not a criterion. Remove the row and import again.',
    'total-differs': ({ role, said, sum }) =>
      `“${roles[role]}” says ${said} here, but the criteria add up to ${sum}. Make the two agree.`,
    'shares-differ': ({ sum }) =>
      `The percentages from here on add up to ${sum}%, not to 100%. Make them 100%, or leave out the % signs.`,
    'mixed-percent': () =>
      'Some weights beside this one have a % sign and others have none. Write all of them alike.',
    'too-many-parts': ({ max }) =>
      `The sheet is too long: at most ${max} in all. Join or remove some.`,
    'sheet-flaw': ({ flaw, name }) => sheetFlawText.en[flaw](name),
  },
  notes: {
    spoilt: spoiltSentence.en,
    'spoilt-more': spoiltMore.en,
    dates: ({ text }) => `This column holds dates; they were read as “${text}”.`,
    'encoding-guessed': () => guessed,
    'other-sheets': ({ names }) =>
      `Only one sheet was read; not read: ${names.map((name) => `“${name}”`).join(', ')}.`,
    'hidden-rows': ({ rows }) =>
      rows.length > MANY_ROWS
        ? `${rows.length} rows are hidden in the sheet (${rows.slice(0, MANY_ROWS).join(', ')} and more). They were read too.`
        : rows.length === 1
          ? `Row ${rows.join('')} is hidden in the sheet. It was read too.`
          : `Rows ${rows.join(', ')} are hidden in the sheet. They were read too.`,
    footnote: ({ text }) =>
      `Only one cell of this row is filled: taken as a footnote, not imported: “${text.replace(/[。.]$/, '')}”.`,
    'header-repeated': () => 'This row repeats the header and was skipped.',
    'unseen-character': ({ character }) =>
      `This cell holds a hidden character (${character}). It was left out; the import is not affected.`,
    'ids-made': ({ count, first, last }) =>
      `No usable ID column: ${plural(count, 'ID was', 'IDs were')} made, ${first} to ${last}.`,
    'column-ignored': ({ header }) =>
      header === ''
        ? 'This column has no heading and was not imported.'
        : `The column “${header}” is not needed and was not imported.`,
    attributes: ({ keys }) => `These columns were imported as attributes: ${keys.join(', ')}.`,
    'same-name': ({ name, firstRow }) =>
      `“${name}” is also in row ${firstRow}. With another ID that is fine; remove one if it is the same person or unit.`,
    'total-fits': () => 'The total agrees with the criteria; its row was not imported.',
    'declared-stays': ({ id, name, was, units }) =>
      was === undefined
        ? `${name} (${id}) declared a recusal from ${units.join(', ')}. The file does not name it; it stays.`
        : `${id} was “${was}” and is “${name}” in the file: the declared recusal from ${units.join(', ')} stays with ${id}. If this is somebody else, give “${name}” another ID.`,
    'declared-rests': ({ id, name, units }) =>
      `${name} (${id}) is not in the file, so their declared recusal from ${units.join(', ')} is set aside. It counts again once a list has ${id}.`,
  },
};
