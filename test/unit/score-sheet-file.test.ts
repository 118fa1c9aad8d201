// Score sheets as people have them in spreadsheets: what is understood, and what is said of each that cannot be taken.
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../shared/roster/problem.ts';
import { scoreRows } from '../../shared/roster/score-rows.ts';
import type { ReadNode } from '../../shared/roster/score-reader.ts';
import { readScoreSheet } from '../../shared/roster/score-sheet.ts';
import type { SheetNode } from '../../shared/scoring/sheet.ts';
import { problemSentence } from '../../shared/text/roster.ts';
import { scoreTemplates } from '../../shared/text/score-template.ts';

const GROUPS = [
  { id: 'g1', name: '人大代表' },
  { id: 'g2', name: '政协委员' },
  { id: 'g3', name: '企业、商会代表' },
];

/** Rows as one writes them down: cells between bars. */
function table(text: string) {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
}

function read(text: string) {
  return readScoreSheet(table(text), GROUPS);
}

/** `name weight` of parts, `name weight/max step groups` of criteria. */
function outline(nodes: readonly ReadNode[]): readonly unknown[] {
  return nodes.map((node) =>
    'children' in node
      ? [`${node.name} ${node.weight}`, ...outline(node.children)]
      : [
          `${node.name} ${node.weight}/${node.max}`,
          node.scale?.map(({ name, mark }) => name + mark).join(' ') ?? node.step,
          ...(node.groups ? [node.groups.join()] : []),
        ].join(' '),
  );
}

function taken(text: string) {
  const reading = read(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading));
  const [sheet] = reading.entries;
  if (!sheet) throw new Error('nothing was read');
  return { ...sheet, outline: outline(sheet.nodes), notes: reading.notes };
}

/** `code row column`, and no problem without a sentence in both languages. */
function problems(text: string): readonly string[] {
  const reading = read(text);
  if (reading.ok) throw new Error(JSON.stringify(reading.entries));
  for (const problem of reading.problems)
    for (const language of ['zh', 'en'] as const)
      expect(problemSentence(language, problem)).not.toMatch(/undefined|null|NaN|object/);
  return reading.problems.map(({ code, row, column }: Problem) =>
    [code, row, column].filter((part) => part !== undefined).join(' '),
  );
}

describe('a score sheet in a file is understood', () => {
  it('with one list of criteria, by points', () => {
    const {
      title,
      points,
      outline: tree,
    } = taken(`
      某区述职评议评分表
      评分项 | 满分 | 每格
      政治建设 | 30分 |
      履职成效 | ４０ | 0.5
      廉洁自律 | 30 | 1`);
    expect([title, points]).toEqual(['某区述职评议评分表', true]);
    expect(tree).toEqual(['政治建设 30/30 1', '履职成效 40/40 0.5', '廉洁自律 30/30 1']);
  });

  it('with levels, blank and repeated cells going on with the part above', () => {
    const { outline: tree, points } = taken(`
      一级指标 | 二级指标 | 评分项 | 满分
      业绩 | 任务 | 进度 | 20
           |      | 质量 | 20
      业绩 | 服务 | 群众 | 20
      作风 | 纪律 | 考勤 | 40`);
    expect(tree).toEqual([
      ['业绩 60', ['任务 40', '进度 20/20 1', '质量 20/20 1'], ['服务 20', '群众 20/20 1']],
      ['作风 40', ['纪律 40', '考勤 40/40 1']],
    ]);
    expect(points).toBe(true);
  });

  it('in English, with leaf weights in percent: a part weighs the sum of its own', () => {
    const { outline: tree, points } = taken(`
      Level 1 | Criterion | Maximum | Weight (%) | Filled in by
      Results | Tasks     | 10 | 40% | 人大代表
              | Service   | 10 | 30% | 政协委员；企业、商会代表
      Conduct | Integrity | 10 | 30% | all
      Total   |           | 30 | 100%`);
    expect(points).toBe(false);
    expect(tree).toEqual([
      ['Results 70', 'Tasks 40/10 1 g1', 'Service 30/10 1 g2,g3'],
      ['Conduct 30', 'Integrity 30/10 1'],
    ]);
  });

  it('with weights of parts in rows of their own, and local weights below', () => {
    expect(
      taken(`
      一级指标 | 二级指标 | 满分 | 权重
      业绩 | | | 60
      | 任务 | 10 | 1
      | 服务 | 10 | 2
      作风 | | | 40
      | 纪律 | 10 |
      | 廉洁 | 30 |`).outline,
    ).toEqual([
      ['业绩 60', '任务 1/10 1', '服务 2/10 1'],
      ['作风 40', '纪律 10/10 1', '廉洁 30/30 1'],
    ]);
  });

  it('with grades, with and without marks', () => {
    expect(
      taken(`
      指标 | 满分 | 等次
      总体 | 100 | 优秀100、良好85、达标70、较差55
      作风 | 20 | 优秀/良好/达标/较差
      廉洁 | 10 | 好（10分），中：6，差=2`).outline,
    ).toEqual([
      '总体 100/100 优秀100 良好85 达标70 较差55',
      '作风 20/20 优秀20 良好17 达标14 较差11',
      '廉洁 10/10 好10 中6 差2',
    ]);
  });

  it('with a total, which is compared and is no criterion, and a footnote below it', () => {
    const { outline: tree, notes } = taken(`
      评分项 | 满分
      甲 | 60
      乙 | 40
      合计 | 100
      注：各项独立评分。`);
    expect(tree).toEqual(['甲 60/60 1', '乙 40/40 1']);
    expect(notes.map(({ code, row }) => [code, row])).toEqual([
      ['total-fits', 6 - 2],
      ['footnote', 5],
    ]);
  });
});

describe('a score sheet in a file is refused as a whole, with row and column', () => {
  const cases: Readonly<Record<string, readonly [string, readonly string[]]>> = {
    'half of the maxima missing': [
      '评分项|满分\n甲|30\n乙|\n丙|40\n丁|',
      ['missing 3 B', 'missing 5 B'],
    ],
    'weights that only some have': ['评分项|满分|权重\n甲|10|50\n乙|10|', ['missing 3 C']],
    'no number': [
      '评分项|满分|每格\n甲|三十|一\n乙|-5|0',
      [...['bad-number 2 C', 'bad-number 2 B', 'bad-number 3 B']],
    ],
    'a total that is another': ['评分项|满分\n甲|30\n乙|40\n合计|100', ['total-differs 4 B']],
    'shares that are not what the total says': [
      '评分项|满分|权重\n甲|10|50\n乙|10|40\n合计|20|100',
      ['total-differs 4 C'],
    ],
    'percentages that are not 100': [
      '评分项|满分|权重\n甲|10|50%\n乙|10|40%',
      ['shares-differ 2 C'],
    ],
    'percentages beside numbers': ['评分项|满分|权重\n甲|10|50%\n乙|10|50', ['mixed-percent 3 C']],
    'a part with another total': [
      '一级指标|评分项|满分\n业绩||50\n|甲|20\n|乙|20',
      ['total-differs 2 C'],
    ],
    'a group nobody knows': ['评分项|满分|由谁评\n甲|10|人大代表、老干部', ['unknown-group 2 C']],
    'a fourth level': [
      '一级指标|二级指标|三级指标|评分项|满分\n一|二|三|四|10',
      ['fourth-level 2 D'],
    ],
    'a column of a fourth level': [
      '一级指标|二级指标|四级指标|满分\n一|二|四|10',
      ['fourth-level 1 C'],
    ],
    'one name twice': ['评分项|满分\n甲|10\n乙|10\n甲 |10', ['part-twice 4 A']],
    'a part in two places': [
      '一级指标|评分项|满分\n业绩|甲|10\n作风|乙|10\n业绩|丙|10',
      ['part-twice 4 A'],
    ],
    'grades of which some have marks': ['评分项|满分|等次\n甲|10|好10、差', ['bad-grades 2 C']],
    'grades that rise': ['评分项|满分|等次\n甲|10|差2、好10', ['sheet-flaw 2 A']],
    'a maximum that no step reaches': ['评分项|满分|每格\n甲|10|3', ['sheet-flaw 2 A']],
    'a subtotal in between': ['评分项|满分\n甲|10\n小计|10\n乙|10', ['subtotal 3']],
    'who fills it in said of a part': [
      '一级指标|评分项|满分|由谁评\n业绩|||人大代表\n|甲|20|',
      ['of-a-part 2 D'],
    ],
    'a last row that is not finished': ['评分项|满分\n甲|10\n廉洁', ['missing 3 B']],
    'no criteria': ['一级指标|满分', ['no-rows']],
    'no column of names': ['满分|权重\n10|5', ['no-column 1']],
  };
  it.each(Object.keys(cases))('%s', (name) => {
    const [text, found] = cases[name] ?? ['', []];
    expect([...problems(text)].sort()).toEqual([...found].sort());
  });

  it('where several criteria share one merged number', () => {
    const rows = table('评分项|满分|权重\n甲|10|50\n乙|10|50');
    const reading = readScoreSheet(rows, GROUPS, '', {}, { merged: new Set(['2/2']) });
    expect(reading.ok ? [] : reading.problems.map(({ code, row }) => [code, row])).toEqual([
      ['merged-number', 3],
    ]);
  });
});

describe('a sheet that is written to a file and read again is the same', () => {
  const leaf = (name: string, max: string, more: object = {}) =>
    ({ id: name, name, weight: max, max, step: '1', ...more }) as SheetNode;
  const scale = [
    { id: 'a', name: '优秀', mark: '20' },
    { id: 'b', name: 'B2', mark: '12.5' },
  ];
  const trees: Readonly<Record<string, readonly SheetNode[]>> = {
    'one level': [leaf('甲', '60'), leaf('乙', '40', { step: '0.5' })],
    'parts of different depth, by points': [
      leaf('甲', '10'),
      {
        ...{ id: 'p', name: '业绩', weight: '50' },
        children: [
          leaf('乙', '20', { groups: ['g1', 'g3'] }),
          { id: 'q', name: '任务', weight: '30', children: [leaf('丙', '30')] },
        ],
      },
      leaf('丁', '10'),
    ],
    'weights, grades and groups': [
      {
        ...{ id: 'p', name: '业绩', weight: '2' },
        children: [leaf('乙', '20', { weight: '0.3' }), leaf('丙', '20', { weight: '0.7' })],
      },
      {
        ...{ id: 'x', name: '作风', weight: '1', max: '20', scale, groups: ['g2'] },
      },
    ],
  };
  /** Without the ids, which are new. */
  const bare = (nodes: readonly SheetNode[] | readonly ReadNode[]): unknown =>
    nodes.map((node) =>
      'children' in node
        ? [node.name, node.weight, bare(node.children)]
        : [
            ...[node.name, node.weight, node.max],
            'scale' in node && node.scale
              ? node.scale.map(({ name, mark }) => [name, mark])
              : 'step' in node && node.step,
            node.groups ?? null,
          ],
    );
  for (const language of ['zh', 'en'] as const)
    it.each(Object.keys(trees))(`${language}: %s`, (name) => {
      const children = trees[name] ?? [];
      const rows = scoreRows({ name: '评分表', children }, GROUPS, scoreTemplates[language]);
      const reading = readScoreSheet(rows, GROUPS);
      const [sheet] = reading.ok ? reading.entries : [];
      expect([sheet?.title, bare(sheet?.nodes ?? [])], JSON.stringify(reading)).toEqual([
        '评分表',
        bare(children),
      ]);
    });
});
