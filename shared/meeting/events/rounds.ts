// Rounds and their attempts, and the paper ballots entered for them.
import { event, inVersion4, later, partlyPrivate } from './event.ts';

export const roundsEvents = {
  RoundOpened: inVersion4(['stage'], (f) => ({
    round: f.round,
    item: f.item,
    kind: f.one('live', 'written'),
    secrecy: f.one('named'),
    disclosure: f.disclosure,
    /** Only in logs of version 1: which units a round is about is computed (agenda/participation.ts). */
    subjects: f.optional(f.list(f.subject)),
    form: f.form,
    scheme: f.version,
    /** What a seat may give in it; absent: anything. */
    limits: f.optional(f.limits),
    /** As they stood: what is set later is for later rounds. */
    weights: f.list(f.object({ group: f.group, weight: f.decimal })),
    /** Units that rate each other; absent: the panel rates. */
    who: f.optional(f.raters),
    /** Hash of all that a ballot of this round is counted by (round-rules.ts). */
    rules: f.hash,
    attempt: f.whole,
    /** Why a further attempt was needed; absent for the first. */
    reason: f.optional(f.text),
  })),
  /** Opened by mistake and taken back before any ballot came. */
  RoundCancelled: event(['stage'], (f) => ({ round: f.round, attempt: f.whole })),
  /** Subjects leave an open round or join it; ballots given for one that left are kept and no longer count (R13). */
  RoundSubjectsSet: event(['stage', 'roster'], (f) => ({
    round: f.round,
    attempt: f.whole,
    subjects: f.list(f.subject),
    reason: f.text,
  })),
  RoundClosed: partlyPrivate(['stage'], ['seats'], (f) => ({
    round: f.round,
    attempt: f.whole,
    /** Merkle root over every kept revision of this attempt (R4). */
    root: f.hash,
    ballots: f.whole,
    turnout: f.list(
      f.object({
        subject: f.subject,
        expected: f.whole,
        cast: f.whole,
        missing: f.whole,
        recused: f.whole,
      }),
    ),
    absent: f.whole,
    /** The seats behind these numbers, subject by subject as in `turnout`. */
    seats: f.object({
      subjects: f.list(f.object({ missing: f.list(f.seat), recused: f.list(f.seat) })),
      absent: f.list(f.seat),
    }),
    /** Of the results, which nobody is shown before the reveal (committed-results.ts). */
    commitment: f.hash,
  })),
  RoundReopened: event(['stage'], (f) => ({ round: f.round, attempt: f.whole, reason: f.text })),
  /** Opens groups of a result before its total; the reveal must then open the same. */
  GroupsShown: later(['stage'], (f) => ({
    round: f.round,
    attempt: f.whole,
    /** With this key, in their order. */
    groups: f.list(f.object({ group: f.group, value: f.value })),
    /** Those that open after these, in their order. */
    ahead: f.list(f.group),
    /** Those that never do. */
    shut: f.list(f.object({ group: f.group, why: f.one('floor', 'none', 'uncounted') })),
  })),
  /** Opens what the close had committed to. */
  RoundRevealed: later(['stage'], (f) => ({
    round: f.round,
    attempt: f.whole,
    results: f.list(f.result),
    salt: f.salt,
    /** Scores are shown by the board that follows, row by row; absent: by this event. */
    byBoard: f.optional(f.yes),
  })),
  PaperEntered: partlyPrivate([], ['seat', 'after'], (f) => ({
    paper: f.paper,
    seat: f.seat,
    round: f.round,
    attempt: f.whole,
    subject: f.subject,
    /** Newest revision of the same ballot that a phone had sent by then; absent: none. */
    after: f.optional(f.whole),
  })),
  PaperConfirmed: event([], (f) => ({ paper: f.paper })),
  /** The reason is the id of the paper that took its place, where one did. */
  PaperDropped: partlyPrivate([], ['reason'], (f) => ({ paper: f.paper, reason: f.personReason })),
};
