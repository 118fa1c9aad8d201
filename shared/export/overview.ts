// The first sheet: which meeting, made when and from what head of the log, what is in it, and how it adds up.
import type { CountingRules } from '../scoring/scheme.ts';
import type { ExportText } from '../text/export.ts';
import type { Exported } from './exported.ts';
import { text, type Cell, type Row, type Sheet } from './sheet.ts';

const LABELS = 20;
const WORDS = 96;

export function overviewSheet(exported: Exported, places: number | null, words: ExportText): Sheet {
  const { meeting, head, madeAt, units, seats, results, standings } = exported;
  const { overview } = words;
  const fact = (label: string, what: Cell): Row => [
    label === '' ? null : text(label, 'title'),
    what,
  ];
  /** Each sentence a row; the first has the label. */
  const part = (label: string, sentences: readonly string[]): readonly Row[] =>
    sentences.map((sentence, n) => fact(n === 0 ? label : '', text(sentence)));
  const rows = [
    fact(overview.title, text(meeting.title, 'title')),
    ...(meeting.rehearsal ? [fact('', text(overview.rehearsal, 'title'))] : []),
    fact(overview.code, text(meeting.code)),
    fact(overview.zone, text(meeting.zone)),
    fact(overview.made, text(`${madeIn(madeAt, meeting.zone)} (UTC ${madeAt.slice(0, 19)}Z)`)),
    fact(overview.events, text(String(head.seq))),
    fact(overview.head, text(head.hash)),
    fact(overview.root, text(head.root)),
    ...part(overview.holds, [
      overview.holdsUnits(units.length),
      overview.holdsSeats(seats.length),
      overview.holdsGroups(results.length),
      overview.holdsStandings(standings.length),
      overview.holdsCategories,
      overview.hidden,
    ]),
    ...part(overview.adds, [
      ...schemesIn(exported).flatMap((scheme) => {
        return [overview.counting(scheme), overview.secrecy(scheme.floor)];
      }),
      ...(places === null ? [overview.noFormulas] : [overview.formulas, overview.digits(places)]),
    ]),
  ];
  return {
    ...{ name: words.sheets.overview, rows, head: 0, fixed: 0, lined: false, filter: false },
    widths: [LABELS, WORDS],
  };
}

/** Those that results were counted by, each once. */
function schemesIn({ results }: Exported): readonly CountingRules[] {
  return [...new Map(results.map(({ scheme }) => [JSON.stringify(scheme), scheme])).values()];
}

/** 2026-11-30 13:05:09, in the meeting's zone. */
function madeIn(madeAt: string, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(new Date(madeAt));
}
