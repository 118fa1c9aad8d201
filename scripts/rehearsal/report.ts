// The report of a rehearsal: what came in, how long it took, and whether anything is lost or differs.
import type { RehearseText } from '../../shared/text/rehearse.ts';
import { refusalSentence } from '../../shared/text/refusals.ts';
import type { Books, Refusals } from './books.ts';
import type { BoardCheck } from './check-board.ts';
import type { DrawsCheck } from './check-draws.ts';

export interface Findings {
  readonly present: number;
  readonly asked: number;
  readonly lost: readonly string[];
  /** null where nobody led the meeting from here: then there is no board to compare. */
  readonly board: BoardCheck | null;
  /** null likewise. */
  readonly draws: DrawsCheck | null;
  /** How the pushes were measured: from the command, or from the fastest phone. */
  readonly led: boolean;
}

const MOST_SHOWN = 20;

/** The report's text, and whether all is well. */
export function report(
  books: Books,
  { present, asked, lost, board, draws, led }: Findings,
  text: RehearseText,
): { readonly text: string; readonly ok: boolean } {
  const differences = board?.differences ?? [];
  const misdrawn = draws?.differences ?? [];
  const ok = books.pending + lost.length + differences.length + misdrawn.length === 0;
  const lines = [
    '',
    `${text.report}${text.colon}${ok ? text.good : text.bad}`,
    '',
    text.phones(present, asked),
    ...told(books.turnedAway, text.turnedAway, text),
    text.ballots(books.sent, books.acknowledged, books.changes, books.abstentions),
    ...told(books.refused, text.refusals, text),
    ...(books.pending > 0 ? [text.unanswered(books.pending)] : []),
    lost.length > 0 ? text.lost(lost.length) : text.noneLost,
    ...some(lost),
    ...(board === null
      ? []
      : [
          differences.length === 0
            ? text.board(board.units, board.ballots)
            : text.boardDiffers(differences.length),
        ]),
    ...some(differences),
    ...(draws === null
      ? []
      : [
          misdrawn.length === 0
            ? text.draws(draws.draws, draws.replacements)
            : text.drawsDiffer(misdrawn.length),
        ]),
    ...some(misdrawn),
    ...(books.words > 0 ? [text.words(books.words)] : []),
    text.network(books.reconnects, books.resends),
    text.waited,
    `  ${latency(books.claims, text.claim, text)}`,
    `  ${latency(books.pushes, led ? text.push : text.pushFollowed, text)}`,
    `  ${latency(books.acks, text.ack, text)}`,
    '',
  ];
  return { text: lines.join('\n'), ok };
}

/** What phones were refused, in the words that people would have read. */
function told(
  refusals: Refusals,
  heading: (n: number) => string,
  text: RehearseText,
): readonly string[] {
  const { all } = refusals;
  if (all.length === 0) return [];
  return [
    heading(all.reduce((sum, { times }) => sum + times, 0)),
    ...all.map(
      ({ refusal, times }) => `  ${text.times(times)} ${refusalSentence(text.language, refusal)}`,
    ),
  ];
}

function some(findings: readonly string[]): readonly string[] {
  return findings.slice(0, MOST_SHOWN).map((one) => `  ${one}`);
}

function latency(values: readonly number[], what: string, text: RehearseText): string {
  if (values.length === 0) return text.nothingMeasured(what);
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => {
    const ms = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    return ms < 1000
      ? text.milliseconds(String(Math.max(1, Math.ceil(ms))))
      : text.seconds((Math.ceil(ms / 100) / 10).toFixed(1));
  };
  return text.latency(what, at(0.5), at(0.99), at(1));
}
