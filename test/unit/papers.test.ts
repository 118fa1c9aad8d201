// The papers in docs/ and what cites them: every rule and section that code or a test names is there to be read.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url).pathname;
const PAPERS = ['RULES', 'DRAW', 'BALLOTS', 'RESULTS', 'LOOK', 'SPEED'] as const;
type Paper = (typeof PAPERS)[number];

const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const papers = Object.fromEntries(
  PAPERS.map((paper) => [paper, textOf(`docs/${paper}.md`)]),
) as Record<Paper, string>;
const sources = ['shared', 'server', 'client', 'scripts', 'test']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
      join(folder, path),
    ),
  )
  .filter((path) => /\.(ts|tsx|mjs|sql|css)$/.test(path) && !path.endsWith('papers.test.ts'))
  .map((path) => ({ path, text: textOf(path) }));

const RULES = [...papers.RULES.matchAll(/^- \*\*(R\d+)\*\* /gm)].map(([, rule = '']) => rule);
/** "BALLOTS.md §3", "[BALLOTS §3]", "DRAW.md §6.2"; `NAMES.md` is a variable. */
const SECTION = /(?<!['"`=/])\b(?!NAMES\b)([A-Z]{4,})(?:\.md §| §|\.md\b)(\d+)?(?:\.(\d+))?/g;

function sectionOf(paper: Paper, section: string): string | undefined {
  const from = papers[paper].search(new RegExp(`^## ${section} `, 'm'));
  return from < 0 ? undefined : papers[paper].slice(from + 3).split(/^## /m)[0];
}

/** What a forge makes of a page's headings, to be led to. */
function placesIn(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replace(/ /g, '-'),
  );
}

/** Why a citation leads nowhere, or null. */
function flawOf(name: string, section?: string, point?: string): string | null {
  const paper = PAPERS.find((one) => one === name);
  if (!paper) return `no paper ${name}`;
  if (section === undefined) return null;
  const text = sectionOf(paper, section);
  if (text === undefined) return `${paper} has no §${section}`;
  const hasPoint = point === undefined || new RegExp(`^${point}\\. `, 'm').test(text);
  return hasPoint ? null : `${paper} §${section} has no point ${point}`;
}

describe('papers', () => {
  it('number the rules from 1 to 16, each once', () => {
    expect([...RULES].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))).toEqual(
      Array.from({ length: 16 }, (_, n) => `R${String(n + 1)}`),
    );
  });

  it('hold every section that is cited, and know a citation that leads nowhere', () => {
    const lost = sources.flatMap(({ path, text }) =>
      [...text.matchAll(SECTION)]
        .filter(([whole]) => whole.includes('.md') || whole.includes('§'))
        .flatMap(([whole, name = '', section, point]) => {
          const flaw = name === 'README' ? null : flawOf(name, section, point);
          return flaw ? [`${path}: ${whole}: ${flaw}`] : [];
        }),
    );
    expect(lost).toEqual([]);
    expect(flawOf('DESIGN', '2')).toBe('no paper DESIGN');
    expect(flawOf('DRAW', '99')).toBe('DRAW has no §99');
    expect(flawOf('DRAW', '6', '9')).toBe('DRAW §6 has no point 9');
    expect(flawOf('DRAW', '6', '6')).toBeNull();
  });

  it.each(RULES)(
    '%s is held by a test that cites it, or known not to be, and cited where it is kept',
    (rule) => {
      const cites = new RegExp(`(?<![\\w-])${rule}(?!\\w)`);
      const tests = sources.filter(({ path }) => /\.test\.tsx?$/.test(path));
      const code = sources.filter(({ path }) => /^(shared|server|client)\//.test(path));
      const isHeld = tests.some(({ text }) => cites.test(text));
      expect(isHeld).not.toBe(
        textOf('docs/known-gaps.md').includes(`- RULES ${rule}: no test holds it`),
      );
      expect(code.filter(({ text }) => cites.test(text))).not.toEqual([]);
    },
  );

  it('cite no rule that is not there', () => {
    const cited = new Set(
      sources.flatMap(({ text }) => [...text.matchAll(/\[(R\d+)\]/g)].map(([, rule]) => rule)),
    );
    expect([...cited].filter((rule) => !RULES.some((one) => one === rule))).toEqual([]);
  });

  it('count what is not built, each by its rule or section', () => {
    const gaps = textOf('docs/known-gaps.md');
    const lines = gaps.split('\n').filter((line) => line.startsWith('- '));
    expect(gaps).toContain(`**${String(lines.length)} gaps.**`);
    const nowhere = lines.filter((line) => {
      const [, name = '', place = ''] = /^- ([A-Z]+)(?: (R\d+|§\d+))?: /.exec(line) ?? [];
      if (place.startsWith('R')) return name !== 'RULES' || !RULES.includes(place);
      return flawOf(name, place === '' ? undefined : place.slice(1)) !== null;
    });
    expect(nowhere).toEqual([]);
  });

  it('date decisions in files of their own, each by what was decided', () => {
    for (const file of readdirSync(join(ROOT, 'docs/decisions'))) {
      const [, day] = /^(\d{4}-\d\d-\d\d)\.md$/.exec(file) ?? [];
      const text = textOf(`docs/decisions/${file}`);
      expect(text.startsWith(`# Decisions of ${day ?? '?'}\n`), file).toBe(true);
      for (const line of text.split('\n').filter((one) => one.startsWith('- ')))
        expect(line).toMatch(/^- \*\*.+?\*\*/);
    }
  });

  it('lead only to files that are there', () => {
    const pages = [
      ...['README.md', 'README.zh.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'].map(
        (file) => ({
          file,
          at: '',
        }),
      ),
      ...['docs', 'docs/manual'].flatMap((at) =>
        readdirSync(join(ROOT, at))
          .filter((file) => file.endsWith('.md'))
          .map((file) => ({ file: `${at}/${file}`, at })),
      ),
    ];
    const lost = pages.flatMap(({ file, at }) =>
      [...textOf(file).matchAll(/\]\(([^)#:]+)(?:#([^)]+))?\)/g)].flatMap(([, to = '', place]) => {
        const path = join(at, to);
        if (!existsSync(join(ROOT, path))) return [`${file}: ${to}`];
        if (place === undefined || placesIn(textOf(path)).includes(place)) return [];
        return [`${file}: ${to}#${place}`];
      }),
    );
    expect(lost).toEqual([]);
  });
});
