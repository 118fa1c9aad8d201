// The manual and its cards as pages that stand alone: from docs/manual/ at build time, pictures and looks inside.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Marked } from 'marked';

type Language = 'zh' | 'en';

const WORDS = {
  zh: { contents: '目录', other: 'English', cards: '卡片', manual: '手册', print: '打印：Ctrl+P' },
  en: {
    contents: 'Contents',
    other: '中文',
    cards: 'Cards',
    manual: 'Manual',
    print: 'Print: Ctrl+P',
  },
} as const;

/** Name and text of each page; `folder` is docs/manual. */
export function manualPages(folder: string): readonly (readonly [name: string, html: string])[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => [name.replace(/\.md$/, '.html'), pageOf(folder, name)]);
}

function pageOf(folder: string, name: string): string {
  const source = readFileSync(join(folder, name), 'utf8');
  const language: Language = name.startsWith('zh') ? 'zh' : 'en';
  const isCards = name.includes('cards');
  const body = isCards ? cards(source) : manual(source, WORDS[language].contents);
  const other = name.replace(/^\w\w/, language === 'zh' ? 'en' : 'zh').replace('.md', '.html');
  const beside = isCards ? `${language}.html` : `${language}-cards.html`;
  const words = WORDS[language];
  const style = readFileSync(join(folder, 'manual.css'), 'utf8');
  const title = /^# (.+)$/m.exec(source)?.[1] ?? '';
  const html = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
${style}</style>
</head>
<body class="${isCards ? 'cards' : 'manual'}">
<header><a href="${beside}">${isCards ? words.manual : words.cards}</a> <a href="${other}" lang="${language === 'zh' ? 'en' : 'zh'}">${words.other}</a> <span>${words.print}</span></header>
${body}
</body>
</html>
`;
  return withPictures(html, folder);
}

/** A section's number is its anchor, in both languages alike. */
function manual(source: string, contents: string): string {
  const sections: string[] = [];
  const marked = new Marked({
    renderer: {
      heading({ depth, tokens, text }) {
        const inner = this.parser.parseInline(tokens);
        if (depth !== 2) return `<h${String(depth)}>${inner}</h${String(depth)}>\n`;
        const id = `s${/^\d+/.exec(text)?.[0] ?? String(sections.length)}`;
        sections.push(`<li><a href="#${id}">${inner}</a></li>`);
        return `<h2 id="${id}">${inner}</h2>\n`;
      },
      table(token) {
        const row = (cells: typeof token.header, tag: 'th' | 'td') =>
          `<tr>${cells.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join('')}</tr>`;
        const rows = token.rows.map((cells) => row(cells, 'td')).join('\n');
        return `<div class="wide"><table><thead>${row(token.header, 'th')}</thead>\n<tbody>${rows}</tbody></table></div>\n`;
      },
    },
  });
  const html = marked.parse(source, { async: false });
  return `<nav><p>${contents}</p><ul>${sections.join('')}</ul></nav>\n<main>${html}</main>`;
}

/** Each section of the second level is one sheet; under a rule of its own it is there twice, to be cut. */
function cards(source: string): string {
  const marked = new Marked();
  return source
    .split(/^(?=## )/m)
    .slice(1)
    .map((section) => {
      const html = marked.parse(section.replace(/^---$/m, ''), { async: false });
      const card = `<article>${html}</article>`;
      return /^---$/m.test(section)
        ? `<section class="two">${card}${card}</section>`
        : `<section>${card}</section>`;
    })
    .join('\n');
}

/** Pictures go in as data, links to the sources lead to the pages made of them. */
function withPictures(html: string, folder: string): string {
  return html
    .replace(/href="([\w-]+)\.md"/g, (_, name: string) => `href="${name}.html"`)
    .replace(/src="(pictures\/[^"]+\.webp)"/g, (whole, path: string) => {
      const file = join(folder, path);
      if (!existsSync(file)) return whole;
      return `src="data:image/webp;base64,${readFileSync(file).toString('base64')}"`;
    });
}
