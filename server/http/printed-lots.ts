// The numbered list of a draw by lots as a page to print: by person, then by number. No scripts, no looks from elsewhere.
import type { FastifyInstance } from 'fastify';
import { numbersByPerson, peopleAPage, writtenNumber } from '../../shared/draw/lots-by-person.ts';
import { printedLotsText } from '../../shared/text/printed-lots.ts';
import { publishedNumbers, type PublishedNumbers } from '../../shared/views/draws/draw-record.ts';
import type { Halls } from '../halls.ts';
import { escaped } from '../markup.ts';
import { refuse } from './answers.ts';
import { anyone, hallOf } from './guard.ts';
import { sendOncePacked } from './once-packed.ts';

const LANGUAGES = ['zh', 'en'] as const;

/** It has its looks in itself, and nothing else may come to it. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function printedLotsRoute(
  app: FastifyInstance,
  deps: { readonly halls: Pick<Halls, 'byCode' | 'refusalOf'> },
): void {
  app.get<{ Params: { code: string; draw: string }; Querystring: { lang?: string } }>(
    '/m/:code/lots/:draw',
    anyone({
      tags: ['public'],
      summary: 'Gives the numbered list of a draw by lots as a page to print.',
      answer: 'The page, in the language asked for or the browser’s.',
      type: 'text/html',
    }),
    async (request, reply) => {
      const { meeting } = hallOf(request, deps).world;
      const draw = meeting.draws.find(({ id }) => id === request.params.draw);
      const numbers = draw && publishedNumbers(draw);
      const of = draw?.lots?.numbered;
      if (!numbers || !of) return refuse(reply, { code: 'draw-not-ready' }, 404);
      const asked = LANGUAGES.find((one) => one === request.query.lang);
      const browser = /^zh/i.test(request.headers['accept-language'] ?? '') ? 'zh' : 'en';
      const language = asked ?? browser;
      void reply.header('content-security-policy', POLICY).type('text/html; charset=utf-8');
      const name = `${language}/${meeting.title}`;
      return sendOncePacked(request, reply, of, name, () =>
        printedLots(meeting.title, numbers, language),
      );
    },
  );
}

/** @param title of the meeting */
export function printedLots(
  title: string,
  { panels, hash }: PublishedNumbers,
  language: (typeof LANGUAGES)[number],
): string {
  const text = printedLotsText[language];
  const byPerson = numbersByPerson(panels);
  const people = [...byPerson.keys()].sort();
  const aPage = peopleAPage(byPerson);
  const number = (n: number) => writtenNumber(n, panels.length);
  const sheets = Array.from({ length: Math.ceil(people.length / aPage) }, (_, n) =>
    people.slice(n * aPage, (n + 1) * aPage),
  );
  const person = (id: string) => {
    const numbers = byPerson.get(id) ?? [];
    const list = numbers.map(number).join(' ');
    return `<dt>${escaped(id)} <small>${text.count(numbers.length)}</small></dt><dd>${list}</dd>`;
  };
  const lots = panels.map(
    (panel, n) => `<tr><th>${number(n)}</th><td>${escaped(panel.join(' '))}</td></tr>`,
  );
  return `<!doctype html>
<html lang="${text.lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(text.title(title))}</title>
<style>${STYLE}</style>
<h1>${escaped(text.title(title))}</h1>
<p>${text.facts(panels.length, panels[0]?.length ?? 0, people.length)}</p>
<ol>${text.how.map((line) => `<li>${line}</li>`).join('')}</ol>
<p>${text.hash}</p>
<p><code>${hash.replace(/.{4}/g, '$& ')}</code></p>
${sheets
  .map(
    (ids, n) =>
      `<section><h2>${text.byPerson} <small>${text.page(n + 1)}</small></h2><dl>${ids.map(person).join('')}</dl></section>`,
  )
  .join('\n')}
<section><h2>${text.byNumber}</h2><table>${lots.join('\n')}</table></section>
</html>
`;
}

const STYLE = `
body{max-width:60rem;margin:1.5rem auto;padding:0 1rem;font:10pt/1.45 system-ui,"Noto Sans CJK SC",sans-serif;color:#111;background:#fff}
h1{font-size:18pt}h2{font-size:13pt}small{font-weight:400;color:#444}
code,dd,td,th{font-family:ui-monospace,"Noto Sans Mono CJK SC",monospace;font-size:10pt}
code{font-size:12pt}
dt{font-weight:700;margin-top:.5em;break-after:avoid}
dd{margin:0;overflow-wrap:anywhere;break-inside:avoid}
table{border-collapse:collapse}tr{break-inside:avoid}
th,td{text-align:left;vertical-align:top;padding:.15em .6em .15em 0;border-top:1px solid #bbb;overflow-wrap:anywhere}
section{break-before:page}
@page{size:A4;margin:14mm}
@media print{body{margin:0;max-width:none;padding:0}}
`;
