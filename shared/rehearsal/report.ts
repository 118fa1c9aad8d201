// The report of a rehearsal: what came in, how long it took, and whether anything is lost or differs. Terminal and console
// write it from the same figures.
import type { Refusal } from '../meeting/refusals.ts';
import { refusalSentence } from '../text/refusals.ts';
import type { RehearsalReportText } from '../text/rehearsal-report.ts';

/** Every score and place of a board, computed again. */
export interface BoardCheck {
  readonly units: number;
  readonly ballots: number;
  /** What differs, in a few words each; empty where everything agrees. */
  readonly differences: readonly string[];
}

/** Every draw, computed again. */
export interface DrawsCheck {
  readonly draws: number;
  readonly replacements: number;
  /** What differs, in a few words each; empty where everything agrees. */
  readonly differences: readonly string[];
}

/** What is known once the phones are done. */
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

/** One refusal as phones heard it, and how often. */
export interface RefusalCount {
  readonly refusal: Refusal;
  readonly times: number;
}

/** Milliseconds within which half of them, 99 of a hundred and all were served. */
export interface Waits {
  readonly half: number;
  readonly most: number;
  readonly slowest: number;
}

/** What the phones did and were told, in figures. */
export interface PhoneFigures {
  /** Ballots and changes of mind that a phone sent at least once. */
  readonly sent: number;
  readonly acknowledged: number;
  /** Sent and neither acknowledged nor refused. */
  readonly pending: number;
  readonly changes: number;
  /** null where nobody may know how many: the ballots of a hidden round are among them (R6). */
  readonly abstentions: number | null;
  readonly resends: number;
  readonly reconnects: number;
  readonly words: number;
  readonly refused: readonly RefusalCount[];
  /** Phones that could not come in. */
  readonly turnedAway: readonly RefusalCount[];
  /** Errors that one phone ran into, and that cost the others nothing. */
  readonly mishaps: number;
  /** null where it did not happen. */
  readonly claims: Waits | null;
  readonly pushes: Waits | null;
  readonly acks: Waits | null;
}

export interface Report {
  /** The first line says whether all is well, the rest why. */
  readonly lines: readonly string[];
  readonly ok: boolean;
}

const MOST_SHOWN = 20;

/** The report, and whether all is well. */
export function report(
  figures: PhoneFigures,
  { present, asked, lost, board, draws, led }: Findings,
  text: RehearsalReportText,
): Report {
  const { pending, sent, acknowledged, changes, abstentions, words, mishaps } = figures;
  const differences = board?.differences ?? [];
  const misdrawn = draws?.differences ?? [];
  const ok = pending + mishaps + lost.length + differences.length + misdrawn.length === 0;
  const lines = [
    `${text.report}${text.colon}${ok ? text.good : text.bad}`,
    text.phones(present, asked),
    ...told(figures.turnedAway, text.turnedAway, text),
    text.ballots(sent, acknowledged, changes, abstentions),
    ...told(figures.refused, text.refusals, text),
    ...(pending > 0 ? [text.unanswered(pending)] : []),
    ...(mishaps > 0 ? [text.mishaps(mishaps)] : []),
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
    ...(words > 0 ? [text.words(words)] : []),
    text.network(figures.reconnects, figures.resends),
    text.waited,
    `  ${latency(figures.claims, text.claim, text)}`,
    `  ${latency(figures.pushes, led ? text.push : text.pushFollowed, text)}`,
    `  ${latency(figures.acks, text.ack, text)}`,
  ];
  return { lines, ok };
}

/** What phones were refused, in the words that people would have read. */
function told(
  refusals: readonly RefusalCount[],
  heading: (n: number) => string,
  text: RehearsalReportText,
): readonly string[] {
  if (refusals.length === 0) return [];
  return [
    heading(refusals.reduce((sum, { times }) => sum + times, 0)),
    ...refusals.map(
      ({ refusal, times }) => `  ${text.times(times)} ${refusalSentence(text.language, refusal)}`,
    ),
  ];
}

function some(findings: readonly string[]): readonly string[] {
  return findings.slice(0, MOST_SHOWN).map((one) => `  ${one}`);
}

function latency(waits: Waits | null, what: string, text: RehearsalReportText): string {
  if (waits === null) return text.nothingMeasured(what);
  const shown = (ms: number) =>
    ms < 1000
      ? text.milliseconds(String(Math.max(1, Math.ceil(ms))))
      : text.seconds((Math.ceil(ms / 100) / 10).toFixed(1));
  return text.latency(what, shown(waits.half), shown(waits.most), shown(waits.slowest));
}
