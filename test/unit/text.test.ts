// Every sentence in both languages: the same keys, nothing empty, full-width punctuation in Chinese (R10).
import { describe, expect, it } from 'vitest';
import type { Refusal, RefusalCode } from '../../shared/meeting/refusals.ts';
import type { Note, Problem } from '../../shared/roster/problem.ts';
import { consoleText } from '../../shared/text/console.ts';
import { readinessText } from '../../shared/text/readiness.ts';
import { refusalSentence, refusalText } from '../../shared/text/refusals.ts';
import { kindNames, nowNames, stageNames, usualTitles } from '../../shared/text/kinds.ts';
import { noteSentence, problemSentence, rosterText } from '../../shared/text/roster.ts';
import { serverText } from '../../shared/text/server.ts';
import { sheetFlawText } from '../../shared/text/sheet-flaws.ts';

type Dictionary = Readonly<Record<'zh' | 'en', Readonly<Record<string, unknown>>>>;

const modules = import.meta.glob<Record<string, unknown>>('../../shared/text/**/*.ts', {
  eager: true,
});
const dictionaries = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported).flatMap(([name, value]) =>
    isDictionary(value)
      ? [{ name: `${file.slice(file.lastIndexOf('/') + 1)} ${name}`, value }]
      : [],
  ),
);

function isDictionary(value: unknown): value is Dictionary {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
}

/** Paths of all leaves with what kind of leaf each is. */
function leaves(value: unknown, path = ''): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

const kinds = (value: unknown) =>
  leaves(value)
    .map(([path, leaf]) => `${path}: ${typeof leaf}`)
    .sort();

/** Half-width punctuation beside a Chinese character or a Chinese bracket. */
const HALF_WIDTH = /[\p{Script=Han}」”）》][,;:?!.()](?![\w/])|[,;:?!(][\p{Script=Han}「“（《]/u;

/** On stage: no remark where the card says instead that an act cannot be undone, no button when all is over. */
const EMPTY_ON_PURPOSE = /^\.next\.(undo\.|acts\.finished\.button$)/;

function expectSound(language: string, sentence: string) {
  expect(sentence.trim()).not.toBe('');
  expect(sentence).not.toMatch(/undefined|\[object|NaN/);
  if (language === 'zh') expect(sentence).not.toMatch(HALF_WIDTH);
  else expect(sentence).not.toMatch(/[\p{Script=Han}，。；：？！、（）]/u);
}

it('knows half-width punctuation when it sees it', () => {
  for (const wrong of ['你好,世界', '你好!', '好(的', '请看:这里', '“好”.'])
    expect(wrong).toMatch(HALF_WIDTH);
  for (const right of ['你好，世界。', '端口 8080', '用 --port 8080。', '“A.1”'])
    expect(right).not.toMatch(HALF_WIDTH);
});

/** Terminals and text files set no space between scripts of their own: only their sentences type it. */
const TERMINAL = /\/(server|rehearse|release)\.ts$/;
/** Beside options and commands, which are Latin text to type, a space belongs to them. */
const TYPED_SPACE = /\p{Script=Han} (?=\$\{|[0-9A-Za-z])|[}0-9A-Za-z] (?=\p{Script=Han})/gu;

const sources = import.meta.glob<string>('../../shared/text/**/*.ts', {
  eager: true,
  query: '?raw',
  import: 'default',
});

it('types no space between Chinese and digits or Latin: the pages’ styles set it', () => {
  const found = Object.entries(sources)
    .filter(([file]) => !TERMINAL.test(file))
    .flatMap(([file, source]) =>
      source
        .split('\n')
        .filter(
          (line) =>
            line
              .replace(/ ?(\$\{start\}|--public-url)[^，。]*?(?=[，。])/g, '')
              .search(TYPED_SPACE) >= 0,
        )
        .map((line) => `${file}: ${line.trim()}`),
    );
  expect(Object.keys(sources).length).toBeGreaterThan(30);
  expect(found).toEqual([]);
});

/** One word per concept: what stands here lost to another word, and what is said instead. */
const LOST: readonly (readonly [RegExp, string])[] = [
  [/抹去/, '删除'],
  [/保留到/, '保存到'],
  [/保密人数|最少票数/, '保密下限'],
  [/打分/, '评分'],
  [/投票/, '评分，评分票'],
  [/服务器/, '主机，公评'],
  [/宣读/, '公布'],
  [/核验/, '核对'],
  [/彩排/, '演练'],
  [/评议码/, '码'],
  [/纸质票[^'`]*确认|确认[^'`]*纸质票/, '核对'],
  [/people’s data/i, 'personal data'],
  [/sign-in|log-in/i, 'login'],
  [/(?<!-)\b(vote|votes|voted|voting)\b(?!-)/i, 'score, cast'],
  [/['`][^'`]*\bBoard\b/, 'standings'],
  [/['`“ ]the board\b/, 'the standings'],
  [/who trusts the organiser/, 'those who trust'],
  [/采信/, '见证'],
  [/封存的随机数/, '密封的随机数'],
  [/分档|项每格|、每格/, '最小分差'],
  [/会议编号/, '会议代码'],
  [/缺额/, '空缺'],
  [/打铃/, '响铃'],
  [/应下/, '答应'],
  [/看不懂/, '认不出'],
  [/away: '不在了'/, '登记离开'],
  [/可不写/, '选填'],
  [/看一看网络|看看网络/, '检查网络'],
  [/you need not\)|\(you need not/, 'optional'],
  [/['`] *[Dd]raw\w* (another )?who asks/, 'questioner'],
  [/\b(counts?|takes part) no longer\b/, 'no longer counts'],
  [/taken? up again/i, 'restored'],
  [/['` ]shut\b(?!:)/i, 'disable'],
  [/['`]Store /, 'Save'],
];

it('says each thing with its one word', () => {
  const found = Object.entries(sources).flatMap(([file, source]) =>
    source
      .replaceAll(/^\s*(\/\/|\/?\*).*$/gm, '')
      .split('\n')
      .flatMap((line) =>
        LOST.filter(([lost]) => lost.test(line)).map(
          ([, instead]) => `${file}: ${line.trim()} (${instead})`,
        ),
      ),
  );
  expect(found).toEqual([]);
  for (const wrong of ["a: '纸质票由另一人确认'", "b: 'Board: 3'", "c: 'has voted'"])
    expect(LOST.some(([lost]) => lost.test(wrong))).toBe(true);
});

/** Verbs and small words that end in s, and are right after a one. */
const SINGULAR =
  'is|was|has|s|as|us|this|less|its|does|adds|names|uses|needs|waits|of|so|takes|counts|presents|keeps|opens|holds|ms';
const MANY_OF_ONE = new RegExp(
  String.raw`(?<![\d.,:/#–-])\b1 (?!(?:${SINGULAR})\b)((?:(?:more|further|paper|simulated|A4) )?(?:people|criteria|are|have|were|[a-z]+s))\b`,
  'i',
);

/** Limits and dice: their numbers are never 1. */
const NEVER_ONE =
  /passphraseHint|copiesRange|rehearsals-full|dice-wrong|too-many-rows|too-many-columns|too-long|\.tie|dice\.of|overview\.counting/;

/** All that a function of the dictionary says where its numbers are 1: its other arguments are tried as a word. */
function ofOne(say: (...args: readonly unknown[]) => unknown): readonly string[] {
  const one = new Proxy({}, { get: () => 1 });
  const word = new Proxy({}, { get: () => 'x' });
  let calls: readonly (readonly unknown[])[] = [[]];
  for (let n = 0; n < Math.max(say.length, 1); n++)
    calls = calls.flatMap((args) => [1, 'x', one, word].map((next) => [...args, next]));
  return calls.slice(0, 256).flatMap((args) => {
    try {
      const sentence = say(...args);
      return typeof sentence === 'string' ? [sentence] : [];
    } catch {
      return [];
    }
  });
}

it('knows a plural of one when it sees it', () => {
  for (const wrong of ['1 people have none', '1 categories', '4, 1 criteria', '1 more rows'])
    expect(wrong).toMatch(MANY_OF_ONE);
  for (const right of ['1 unit has none', 'Item 1 is open', '11 people', '1 s', '1 of 2 units'])
    expect(right).not.toMatch(MANY_OF_ONE);
});

it('says one thing as one in English', () => {
  const all = [
    ...dictionaries,
    { name: 'console', value: consoleText },
    { name: 'readiness', value: readinessText },
  ];
  const said = all.flatMap(({ name, value }) =>
    leaves(value.en).flatMap(([path, leaf]) =>
      typeof leaf === 'function' && !NEVER_ONE.test(path)
        ? ofOne(leaf as (...args: readonly unknown[]) => unknown).map(
            (one) => `${name}${path}: ${one}`,
          )
        : [],
    ),
  );
  expect(said.length).toBeGreaterThan(500);
  expect([...new Set(said.filter((one) => MANY_OF_ONE.test(one)))]).toEqual([]);
});

it('finds the dictionaries', () => {
  expect(dictionaries.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'refusals.ts refusalText',
      'roster.ts rosterText',
      'server.ts serverText',
    ]),
  );
});

describe.each(dictionaries)('$name', ({ value }) => {
  it('has the same keys in both languages, each of the same kind', () => {
    expect(kinds(value.en)).toEqual(kinds(value.zh));
  });

  it('has no empty sentence, and full-width punctuation in Chinese', () => {
    const empty = (dictionary: unknown) =>
      leaves(dictionary)
        .filter(([, leaf]) => typeof leaf === 'string' && leaf.trim() === '')
        .map(([path]) => path);
    expect(empty(value.zh).filter((path) => !EMPTY_ON_PURPOSE.test(path))).toEqual([]);
    expect(empty(value.en)).toEqual(empty(value.zh));
    for (const [path, leaf] of leaves(value.zh))
      if (typeof leaf === 'string') expect(leaf, path).not.toMatch(HALF_WIDTH);
  });
});

const REFUSED_WITH: { [C in RefusalCode]?: Omit<Extract<Refusal, { code: C }>, 'code'> } = {
  'quotas-contradict': { attribute: 'A1', minima: true, sum: 31, take: 24 },
  'no-right': { by: ['moderator', 'clerk'] },
  'foreign-origin': { origin: 'http://lab:9000', open: ['http://10.0.0.7'] },
  'hidden-character': { character: 'U+202E' },
  'text-too-long': { max: 400 },
  'duplicate-id': { id: 'A01' },
  'unknown-subject': { id: 'A01' },
  'subject-needed': { id: 'A01' },
  'subject-scored': { id: 'A01' },
  'unknown-reviewer': { id: 'R001' },
  'unknown-group': { id: 'G1' },
  'already-seated': { id: 'R001' },
  'pool-too-small': { people: true, have: 3, want: 12 },
  'dice-wrong': { have: 19, want: 20 },
  'ring-too-few': { units: 4, next: 5 },
  'lots-too-few': { people: 300, seats: 2 },
  'beacon-wrong': { round: 32_000_000 },
  'quota-wrong': { people: false, cell: 'A', have: 3, want: 4 },
  'bands-overlap': { units: 5 },
  'band-too-small': { band: { side: 'last', places: 10 }, have: 9, want: 11 },
  'not-shared': { place: 5 },
  'rehearsals-full': { most: 3 },
  'document-too-large': { maxMegabytes: 20 },
  'in-reserve': { place: 3 },
  'papers-waiting': { n: 2 },
  'comment-few': { n: 5 },
  'sheet-invalid': { flaw: 'weights-zero', name: 'A1' },
  'top-given': { n: 13 },
  'totals-alike': { n: 2 },
  'plan-invalid': { flaw: 'grades', name: 'A1' },
  'plan-category': { name: 'A1' },
  'column-value': { name: 'A1', value: '101', max: '100' },
  'column-partial': { n: 38, of: 77, first: 'A1' },
  'adjustment-decided': { as: 'confirmed' },
  'rounds-unrevealed': { rounds: 0, waiting: 2 },
  'adjustments-waiting': { n: 3 },
  'result-changed': { n: 4 },
  'result-step': { wants: 'reviewed' },
  paused: { seconds: 30 },
  'login-locked': { here: false },
  'retention-not-over': { until: '2027-11-21' },
};

describe.each(['zh', 'en'] as const)('[R10] in %s', (language) => {
  it.each(Object.keys(refusalText.zh) as RefusalCode[])(
    'the refusal %s says what to do next',
    (code) => {
      const refusal = { code, ...REFUSED_WITH[code] } as Refusal;
      const sentence = refusalSentence(language, refusal);
      expectSound(language, sentence);
      // What is the matter, then what to do: short enough for a phone.
      expect(sentence.length).toBeLessThanOrEqual(language === 'zh' ? 50 : 130);
      expect(sentence).toMatch(language === 'zh' ? /。$/ : /\.$/);
      for (const [key, detail] of Object.entries(REFUSED_WITH[code] ?? {}))
        // These choose the sentence.
        if (
          !['flaw', 'as', 'wants', 'rounds', 'side'].includes(key) &&
          (typeof detail === 'string' || typeof detail === 'number')
        )
          expect(sentence).toContain(String(detail));
    },
  );

  it('each flaw of a sheet names the part and says what to do', () => {
    for (const words of Object.values(sheetFlawText[language])) {
      const sentence = words('A1');
      expectSound(language, sentence);
      expect(sentence).toContain('A1');
      expect(sentence).toMatch(language === 'zh' ? /。$/ : /\.$/);
    }
  });

  const place = { sheet: '', row: 12, column: 'C' };
  const problems: readonly Problem[] = [
    { sheet: '', code: 'file-too-large', maxMegabytes: 10 },
    { sheet: '', code: 'file-empty' },
    { sheet: '', code: 'not-a-table' },
    { sheet: '', code: 'other-format', format: 'xls' },
    { sheet: '', code: 'password' },
    { sheet: 'X', code: 'damaged' },
    { sheet: '', code: 'too-heavy' },
    { sheet: '', code: 'unknown-encoding' },
    { sheet: '', code: 'encoding-guessed' },
    { sheet: '', row: 12, code: 'bad-quotes' },
    { sheet: '', code: 'too-many-rows', max: 10_000 },
    { sheet: '', code: 'too-many-columns', max: 200 },
    { ...place, code: 'stray-cell', text: 'X', more: 2 },
    { sheet: '', code: 'no-header', wanted: ['name', 'category'] },
    { sheet: '', code: 'other-roster', is: 'subjects' },
    { sheet: '', row: 1, code: 'no-column', role: 'group' },
    { ...place, code: 'column-twice', header: 'X' },
    { sheet: '', code: 'no-rows' },
    { ...place, code: 'missing', role: 'id' },
    { ...place, code: 'failed-formula', text: '#REF!' },
    { ...place, code: 'unread-formula' },
    { ...place, code: 'too-narrow' },
    { ...place, code: 'lost-character' },
    { ...place, code: 'undivided-row', text: 'X;Y' },
    { ...place, code: 'spoilt', made: 'date', text: 'X' },
    { ...place, code: 'spoilt-more', count: 3, rows: [8, 9] },
    { ...place, code: 'bad-id', id: 'A 1' },
    { ...place, code: 'duplicate-id', id: 'A1', firstRow: 3 },
    { ...place, code: 'too-long', max: 120, length: 130 },
    { ...place, code: 'bad-character', character: 'U+202E' },
    { ...place, code: 'unknown-subject', text: 'X' },
    { ...place, code: 'ambiguous-subject', text: 'X', ids: ['A1', 'A2'] },
    { ...place, code: 'fourth-level' },
    { ...place, code: 'part-twice', name: 'X', firstRow: 3 },
    { ...place, code: 'bad-number', text: 'X' },
    { ...place, code: 'merged-number', role: 'weight' },
    { ...place, code: 'bad-grades', text: 'X' },
    { ...place, code: 'unknown-group', text: 'X', known: ['A', 'B'] },
    { ...place, code: 'of-a-part', name: 'X', role: 'who' },
    { ...place, code: 'subtotal' },
    { ...place, code: 'total-differs', role: 'max', said: '100', sum: '70' },
    { ...place, code: 'shares-differ', sum: '90' },
    { ...place, code: 'mixed-percent' },
    { ...place, code: 'too-many-parts', max: 100 },
    { ...place, code: 'sheet-flaw', flaw: 'reach', name: 'X' },
  ];
  const notes: readonly Note[] = [
    { ...place, code: 'spoilt', made: 'zeros', text: 'X' },
    { ...place, code: 'spoilt-more', count: 3, rows: [8, 9] },
    { sheet: '', code: 'encoding-guessed' },
    { ...place, code: 'dates', text: 'X' },
    { sheet: '', code: 'other-sheets', names: ['X', 'Y'] },
    { sheet: '', code: 'hidden-rows', rows: [3] },
    { ...place, code: 'footnote', text: 'X' },
    { ...place, code: 'header-repeated' },
    { ...place, code: 'unseen-character', character: 'U+0001' },
    { sheet: '', code: 'ids-made', count: 3, first: 'U001', last: 'U003' },
    { ...place, code: 'column-ignored', header: '' },
    { ...place, code: 'attributes', keys: ['X', 'Y'] },
    { ...place, code: 'same-name', name: 'X', firstRow: 3 },
    { ...place, code: 'total-fits' },
    { sheet: '', code: 'declared-stays', id: 'X', name: 'Y', was: 'Z', units: ['X', 'Y'] },
    { sheet: '', code: 'declared-rests', id: 'X', name: 'Y', units: ['X'] },
  ];

  it('every problem of a roster has its sentence, with its place', () => {
    expect(problems.map(({ code }) => code).sort()).toEqual(
      Object.keys(rosterText.zh.problems).sort(),
    );
    for (const problem of problems) {
      const sentence = problemSentence(language, problem);
      expectSound(language, sentence);
      if (problem.row !== undefined) expect(sentence).toContain(String(problem.row));
      if (problem.column !== undefined) expect(sentence).toContain(problem.column);
    }
  });

  it('every note has its sentence', () => {
    expect(notes.map(({ code }) => code).sort()).toEqual(Object.keys(rosterText.zh.notes).sort());
    for (const note of notes) expectSound(language, noteSentence(language, note));
  });

  it('the terminal’s sentences hold their details', () => {
    const text = serverText[language];
    for (const sentence of [
      text.backupIn('/x'),
      text.backupOff,
      text.backupAside('/x', '/y', 'npm start --'),
      text.runningAlready('http://localhost:8080'),
      text.portInstead(8081),
      text.dataIn('/x'),
      ...Object.values(text.backupFails).map((sentence) => sentence('/x')),
      text.fromCopy('R1', 2),
      text.printedGone('R1', 'http://a', 'http://b'),
      text.diskLow(400),
      text.tlsHalf,
      text.tlsUnreadable('/x'),
      text.tlsUnfit,
      text.tlsRenewed,
      text.portInUse(8080),
      text.portForbidden(80),
      text.hostUnknown('10.9.9.9'),
      text.folderNotWritable('/x'),
      text.folderInUse('/x'),
      text.foreignFile('/x'),
      text.newerFile('/x'),
      text.damagedFile('/x', 'event 7'),
      text.unknownOption('--x'),
      text.optionWithoutValue('--x'),
      text.badPort('x'),
      text.badHost('x'),
      text.badPublicUrl('x'),
      text.badBackup,
      text.badProxy('x'),
      text.badRelays('x'),
      text.badToken,
      text.badLanguage('x'),
    ])
      expectSound(language, sentence);
    expect(text.portInUse(8080)).toContain('--port 8081');
    expect(text.portInUse(65_535)).not.toContain('65536');
  });
});

it('puts the place first, as a spreadsheet names it', () => {
  const problem: Problem = {
    ...{ sheet: '代表', row: 12, column: 'G', code: 'unknown-subject', text: '区审计局' },
  };
  expect(problemSentence('zh', problem)).toBe(
    '工作表“代表”，第12行，G列：回避单位“区审计局”不在单位名单里。请核对名称或编号，或先导入单位名单。',
  );
  expect(problemSentence('en', problem)).toMatch(
    /^Sheet “代表”, Row 12, Column G: “区审计局” is not/,
  );
});

describe('names of kinds', () => {
  const LANGUAGES = ['zh', 'en'] as const;

  it.each(LANGUAGES)(
    'a card, whose title says what it is, stands under another word: %s',
    (lang) => {
      const { card } = kindNames[lang];
      expect(stageNames[lang].card).not.toBe(card);
      // A new one is in the hall under a title that nobody has written.
      expect(usualTitles[lang].card).not.toBe(card);
    },
  );

  it.each([
    ['zh', ['check-in', 'draw', 'presentation', 'score', 'board'], /^正在/],
    ['en', ['presentation', 'score', 'board'], / (now|on stage)$|^Being /],
  ] as const)('viewers are told what goes on: %s', (language, kinds, goingOn) => {
    for (const kind of kinds) expect(nowNames[language][kind]).toMatch(goingOn);
  });
});
