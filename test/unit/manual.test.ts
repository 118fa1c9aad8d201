// The manual is true: its pictures are there, both languages say the same, every label and command it names exists.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { OPTIONS, SWITCHES } from '../../server/config.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const FOLDER = join(ROOT, 'docs/manual');
const LANGUAGES = ['zh', 'en'] as const;
type Language = (typeof LANGUAGES)[number];

const textOf = (name: string) => readFileSync(join(FOLDER, name), 'utf8');
const manual = { zh: textOf('zh.md'), en: textOf('en.md') };
const cards = { zh: textOf('zh-cards.md'), en: textOf('en-cards.md') };
const both = (language: Language) => `${manual[language]}\n${cards[language]}`;

/** Pictures that a text shows, without their language, in its order. */
function picturesIn(text: string, language: Language): readonly string[] {
  return [...text.matchAll(/pictures\/([\w-]+)\.(\w\w)\.webp/g)].map(([whole, name = '', of]) => {
    expect(of, whole).toBe(language);
    return name;
  });
}

const VALUE = ' ?(?:\\d+(?: \\w+)?|某某) ?';
const plain = (text: string) => text.trim().replace(/[.*+?^${}()|[\]\\]/g, (sign) => `\\${sign}`);

/** Each text of shared/text, as it may read on a page: where it holds values, a number, with what is counted, or 某某. */
function labels(): readonly RegExp[] {
  const folder = join(ROOT, 'shared/text');
  const found: string[][] = [];
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const text = readFileSync(join(folder, file), 'utf8');
    const visit = (node: ts.Node) => {
      if (ts.isStringLiteralLike(node)) found.push([node.text]);
      else if (ts.isTemplateExpression(node))
        found.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  }
  return found
    .filter((parts) => parts.join('').trim().length > 1)
    .map((parts) => new RegExp(`^${parts.map(plain).join(VALUE)}$`));
}
const LABELS = labels();
const isLabel = (text: string) => LABELS.some((label) => label.test(text));
const labelsIn = (text: string) =>
  [...text.matchAll(/\*\*([^*\n]+)\*\*/g)].map(([, one = '']) => one);

describe('the manual', () => {
  it('shows pictures that are there, the same in both languages, and all that are there', () => {
    const shown = picturesIn(manual.zh, 'zh');
    expect(shown.length).toBeGreaterThan(20);
    expect(picturesIn(manual.en, 'en')).toEqual(shown);
    const files = readdirSync(join(FOLDER, 'pictures')).sort();
    expect(files).toEqual(
      shown.flatMap((name) => LANGUAGES.map((of) => `${name}.${of}.webp`)).sort(),
    );
    const bytes = files.map((file) => statSync(join(FOLDER, 'pictures', file)).size);
    expect(bytes.reduce((all, one) => all + one, 0)).toBeLessThan(4_000_000);
  });

  it('has the same headings in both languages, by number and level', () => {
    const outline = (text: string) =>
      [...text.matchAll(/^(#+) (\d*)/gm)].map(([, level = '', n = '']) => `${level} ${n}`);
    for (const text of [manual, cards]) {
      expect(outline(text.zh).length).toBeGreaterThan(3);
      expect(outline(text.en)).toEqual(outline(text.zh));
    }
    const sections = [...manual.en.matchAll(/^## (\d+)/gm)].map(([, n]) => Number(n));
    expect(sections).toEqual(sections.map((_, n) => n + 1));
  });

  it.each(LANGUAGES)('names in bold only what pages say, %s', (language) => {
    const named = labelsIn(both(language));
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((label) => !isLabel(label))).toEqual([]);
    const chinese = /\p{Script=Han}/u;
    expect(named.filter((label) => chinese.test(label) !== (language === 'zh'))).toEqual([]);
    expect(isLabel('发码给300人') && isLabel('Issue 300 tickets')).toBe(true);
    expect(isLabel('发票给300人') || isLabel('Stamp 300 tickets')).toBe(false);
  });

  it('names the same buttons in both languages, about as often', () => {
    for (const text of [manual, cards]) {
      const [zh, en] = LANGUAGES.map((language) => labelsIn(text[language]).length);
      expect(Math.abs((zh ?? 0) - (en ?? 0))).toBeLessThanOrEqual(3);
    }
  });

  it.each(LANGUAGES)('names programs, options and files that are there, %s', (language) => {
    const code = [...both(language).matchAll(/`([^`\n]+)`/g)].map(([, one = '']) => one);
    const options = code.flatMap((one) =>
      [...one.matchAll(/--([a-z-]+)/g)].map(([, name]) => name),
    );
    const known = new Set([...Object.keys(OPTIONS), ...Object.keys(SWITCHES)]);
    expect(options.length).toBeGreaterThan(5);
    expect(options.filter((name) => !known.has(name ?? ''))).toEqual([]);
    for (const folder of code.filter((one) => one.endsWith('/')))
      expect(existsSync(join(ROOT, folder)), folder).toBe(true);
    expect(code).toEqual(
      expect.arrayContaining(['sh kleroterion', 'sh rehearse', '.\\rehearse.cmd']),
    );
  });

  it('says in quotation marks what the server’s window says', () => {
    const server = readFileSync(join(ROOT, 'shared/text/server.ts'), 'utf8');
    const rehearse = readFileSync(join(ROOT, 'shared/text/rehearsal-report.ts'), 'utf8');
    for (const [text, said] of [
      [manual.zh, '公评已停止，数据都已保存'],
      [manual.zh, '主持从这里登记'],
      [manual.en, 'Kleroterion has stopped; everything is saved'],
      [manual.en, 'A moderator starts here'],
    ] as const) {
      expect(text).toContain(said);
      expect(server).toContain(said);
    }
    for (const [text, said] of [
      [manual.zh, '没有丢票，没有差错'],
      [manual.en, 'No ballot was lost, nothing differs'],
    ] as const) {
      expect(text).toContain(said);
      expect(rehearse).toContain(said);
    }
  });
});
