// A score sheet as a workbook: one that stands, or an example to write over, with lists to choose from in its cells.
import writeXlsxFile from 'write-excel-file/node';
import type { GroupName } from '../../shared/roster/score-cells.ts';
import { scoreRows } from '../../shared/roster/score-rows.ts';
import { columnLetters } from '../../shared/roster/problem.ts';
import type { Sheet } from '../../shared/scoring/sheet.ts';
import { inertCell } from '../../shared/sheet-cell.ts';
import { scoreTemplates, type ScoreTemplate } from '../../shared/text/score-template.ts';
import { escaped } from '../markup.ts';

/** So many further rows have the lists as well. */
const SPARE_ROWS = 100;
const STEPS = ['1', '0.5', '0.1', '5', '10'];
/** Excel's, of a list that stands in its rule. */
const LONGEST_LIST = 255;

/** The sheet in the layout that can be imported again; the example where it is null. */
export async function scoreFile(
  sheet: Pick<Sheet, 'name' | 'children'> | null,
  groups: readonly GroupName[],
  language: keyof typeof scoreTemplates,
): Promise<Buffer> {
  const words = scoreTemplates[language];
  const rows = sheet ? scoreRows(sheet, groups, words) : example(words);
  const [, headings = []] = rows;
  const cell = (text: string) => ({ value: inertCell(text), type: String, format: '@' });
  const data = rows.map((cells, at) =>
    cells.map((text) => (at > 1 ? cell(text) : { ...cell(text), fontWeight: 'bold' as const })),
  );
  const lists = validations(headings, rows.length + SPARE_ROWS, groups, words);
  const widths = headings.map((heading) =>
    words.columns.levels.includes(heading)
      ? 22
      : [words.columns.grades, words.columns.who].includes(heading)
        ? 40
        : 10,
  );
  return writeXlsxFile(
    data,
    { sheet: words.sheet, columns: widths.map((width) => ({ width })), stickyRowsCount: 2 },
    {
      features: [
        {
          files: {
            transform: {
              'xl/worksheets/sheet{id}.xml': {
                transform: (xml) => xml.replace('</sheetData>', () => `</sheetData>${lists}`),
              },
            },
          },
        },
      ],
    },
  ).toBuffer();
}

function example(words: ScoreTemplate): readonly (readonly string[])[] {
  const { levels, max, step, grades, who } = words.columns;
  const [first = '', second = ''] = levels;
  return [
    [words.title],
    [first, second, max, step, grades, who],
    ...words.rows.map((row) => [...row.slice(0, 4), row[4] ?? '', words.everyone]),
    [words.total, '', '100'],
  ];
}

/** Lists that propose and do not force: several groups may be named in one cell. */
function validations(
  headings: readonly string[],
  last: number,
  groups: readonly GroupName[],
  { columns, grades, everyone }: ScoreTemplate,
): string {
  const names = groups.map(({ name }) => name).filter((name) => !/[,"]/.test(name));
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [columns.step, STEPS],
    [columns.grades, grades],
    [columns.who, [everyone, ...names]],
  ];
  const rules = lists.flatMap(([heading, items]) => {
    const column = columnLetters(headings.indexOf(heading));
    const list = items.join(',');
    if (list.length > LONGEST_LIST) return [];
    const area = `${column}3:${column}${String(last)}`;
    return [
      `<dataValidation type="list" allowBlank="1" sqref="${area}"><formula1>"${escaped(list)}"</formula1></dataValidation>`,
    ];
  });
  return `<dataValidations count="${String(rules.length)}">${rules.join('')}</dataValidations>`;
}
