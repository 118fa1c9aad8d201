// The minutes that staff print and sign: what was done and when, who was there, what was drawn, what stands. Of scores
// no more than the hall has seen (R6).
import { kindOf } from '../../meeting/agenda/kinds.ts';
import { seatReplacements } from '../../meeting/draws/seats.ts';
import type { StaffId } from '../../ids.ts';
import type { LogHead } from '../../meeting/log-tree.ts';
import { leftOut, subjectsOf } from '../../meeting/agenda/participation.ts';
import { planOfVersion } from '../../meeting/result/plans.ts';
import { schemeOf } from '../../meeting/rounds.ts';
import type { Draw, Replacement, ReplacementReason } from '../../meeting/draws/draw.ts';
import type { DrawPurpose, Item, Who } from '../../meeting/agenda/item.ts';
import type { Seat } from '../../meeting/people.ts';
import type { Attempt, Round, Terms } from '../../meeting/round.ts';
import type { Instant } from '../../instant.ts';
import type { Meeting } from '../../meeting/state.ts';
import { canonical } from '../../draw/canonical.ts';
import { remembered } from '../../remembered.ts';
import type { CountingRules } from '../../scoring/scheme.ts';
import { wordsOf } from '../../meeting/person-reason.ts';
import { shownRoot } from '../numbers/group-figures.ts';
import { boardSlice } from '../numbers/board.ts';
import { shownOutcome, shownRows } from '../numbers/result-page.ts';
import { openedIn } from '../numbers/opened-groups.ts';
import { drawsSlice } from '../draws/draws.ts';
import { viewOf } from '../kinds.ts';
import { holderName, shownName } from '../named.ts';
import { shownMeeting, shownSubject, type Seen } from '../seen.ts';
import type { ShownMeeting, ShownSubject } from '../slices/shown.ts';
import type { ShownOutcome, ShownRow } from '../slices/result-slices.ts';
import type { LockedDraw } from '../slices/draw-slices.ts';
import type { BoardSlice } from '../slices/number-slices.ts';

type Without<D> = D extends LockedDraw ? Omit<D, 'replacements'> : never;

export interface Minutes {
  readonly meeting: ShownMeeting;
  readonly items: readonly MinutesItem[];
  readonly groups: readonly {
    readonly name: string;
    readonly seats: number;
    readonly present: number;
    readonly left: number;
  }[];
  /** Names of those who never came, and of those who left early. */
  readonly absent: readonly string[];
  readonly left: readonly string[];
  readonly replacements: readonly MinutesReplacement[];
  /** Oldest first. */
  readonly draws: readonly (Without<LockedDraw> & {
    readonly replacements: readonly MinutesReplacement[];
    readonly recordHash: string | null;
    /** Name of the supervisor who kept the salt apart; null where nobody did. */
    readonly keeper: string | null;
  })[];
  /** What the rounds were counted by, in the order in which it was used first. */
  readonly schemes: readonly MinutesScheme[];
  readonly rounds: readonly MinutesRound[];
  readonly board: BoardSlice;
  /** What a plan added up, as it was computed last, and who put their name to it; null where nothing was. */
  readonly result: MinutesResult | null;
  readonly out: readonly {
    readonly subject: ShownSubject;
    readonly into: string | null;
    readonly reason: string;
  }[];
  readonly head: LogHead;
}

export interface MinutesResult {
  /** Best first. */
  readonly rows: readonly ShownRow[];
  readonly outcome: Omit<ShownOutcome, 'own'>;
}

export interface MinutesReplacement {
  readonly out: string;
  /** null: nobody of the reserve was there. */
  readonly in: string | null;
  readonly why: ReplacementReason;
  /** As it was typed; empty once people have been erased. */
  readonly reason: string;
}

export interface MinutesItem {
  readonly kind: Item['kind'];
  /** What a draw is for; null for any other item. */
  readonly purpose: DrawPurpose | null;
  readonly title: string;
  readonly enteredAt: Instant | null;
  /** Why it was skipped, null where it was not. */
  readonly skipped: string | null;
}

export interface MinutesScheme {
  readonly rules: CountingRules;
  readonly weights: readonly { readonly name: string; readonly weight: string }[];
}

export interface MinutesRound {
  /** Its place among the schemes, from 1. */
  readonly scheme: number;
  readonly kind: Round['kind'];
  /** Units that rated each other; null where the panel did. */
  readonly who: Who | null;
  /** The unit, where it is about one. */
  readonly subject: string | null;
  readonly subjects: number;
  readonly attempt: number;
  readonly reason: string | null;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly phase: Attempt['phase'];
  /** How many groups of the result are open, and how many open in all; null before the first and once it is revealed. */
  readonly opened: { readonly n: number; readonly of: number } | null;
  /** Root of the box, once it is closed and holds enough ballots to hide each (R4, R6). */
  readonly root: string | null;
  /** Owed a ballot for at least one subject and sent none. */
  readonly missing: readonly string[];
  /** Papers that were entered and that no second person confirmed before the close: they do not count. */
  readonly unconfirmed: readonly { readonly name: string; readonly subject: string }[];
}

export function minutesView(
  seen: Seen,
  head: LogHead,
  staffName: (id: StaffId) => string,
): Minutes {
  const { meeting } = seen;
  const seats = [...meeting.seats.values()].filter(({ gone }) => gone !== 'replaced');
  const person = (seat: Seat) => holderName(seen, seat.holder);
  return {
    meeting: shownMeeting(meeting),
    items: meeting.agenda.map((item) => ({
      kind: item.kind,
      purpose: kindOf(item).drawing(item)?.purpose ?? null,
      title: viewOf(item).title(seen, item),
      enteredAt: meeting.entered.get(item.id) ?? null,
      skipped: leftOut(meeting).get(item.id) ?? null,
    })),
    groups: meeting.groups.map(({ id, name }) => {
      const members = seats.filter(({ group }) => group === id);
      return {
        name,
        seats: members.length,
        present: members.filter(({ present }) => present).length,
        left: members.filter(({ gone }) => gone === 'left').length,
      };
    }),
    absent: seats.filter(({ present, gone }) => !present && gone === null).map(person),
    left: seats.filter(({ gone }) => gone === 'left').map(person),
    replacements: seatReplacements(meeting).map((one) => replacementIn(seen, one)),
    draws: drawsSlice(seen)
      .map((view) => {
        const draw = meeting.draws.find(({ id }) => id === view.id);
        const keeper = draw?.keeper ? staffName(draw.keeper.id) : null;
        const replacements = meeting.replacements
          .filter((one) => one.draw === view.id)
          .map((one) => replacementIn(seen, one));
        return { ...view, replacements, recordHash: recordHashOf(meeting.draws, view), keeper };
      })
      .reverse(),
    schemes: usedTerms(meeting).map((terms) => minutesScheme(meeting, terms)),
    rounds: [...meeting.rounds.values()].flatMap((round) =>
      round.attempts.map((attempt) => minutesRound(seen, round, attempt)),
    ),
    board: boardSlice(seen),
    result: resultOf(seen, staffName),
    out: [...meeting.out].map(([id, out]) => ({
      subject: shownSubject(seen, id),
      into: out.why === 'combined' ? shownName(seen, 'subject', out.into) : null,
      reason: out.reason,
    })),
    head,
  };
}

function replacementIn(seen: Seen, one: Replacement): MinutesReplacement {
  return {
    out: shownName(seen, 'reviewer', one.out),
    in: one.in === null ? null : shownName(seen, 'reviewer', one.in),
    why: one.why,
    reason: wordsOf(seen.directory, one.reason),
  };
}

function minutesRound(seen: Seen, round: Round, attempt: Attempt): MinutesRound {
  const { meeting } = seen;
  const subjects = subjectsOf(meeting, round);
  const only = subjects.length === 1 ? subjects[0] : undefined;
  const closing = attempt.phase === 'open' ? null : attempt.closing;
  const missing = new Set(closing?.turnout.flatMap((one) => one.missing));
  return {
    scheme: usedTerms(meeting).findIndex((one) => countAlike(one, attempt.terms)) + 1,
    kind: round.kind,
    who: whoOf(attempt.terms),
    subject: only === undefined ? null : shownSubject(seen, only).name,
    subjects: subjects.length,
    attempt: attempt.n,
    reason: attempt.reason ?? null,
    openedAt: attempt.openedAt,
    closedAt: closing?.closedAt ?? null,
    phase: attempt.phase,
    opened: openedIn(attempt),
    root: attempt.phase === 'open' ? null : shownRoot(meeting, attempt),
    missing: [...missing].flatMap((id) => {
      const seat = meeting.seats.get(id);
      return seat ? [holderName(seen, seat.holder)] : [];
    }),
    unconfirmed: closing ? unconfirmed(seen, round, attempt.n) : [],
  };
}

/** Scheme and weights of every attempt, each once: a repetition may have others than the attempt before it. */
const usedTerms = remembered((meeting: Meeting): readonly Terms[] => {
  const used: Terms[] = [];
  for (const { attempts } of meeting.rounds.values())
    for (const { terms } of attempts)
      if (!used.some((one) => countAlike(one, terms))) used.push(terms);
  return used;
});

function countAlike(one: Terms, other: Terms): boolean {
  const counting = ({ scheme, weights }: Terms) => canonical({ scheme, weights });
  return counting(one) === counting(other);
}

/** Without a ring's orders, which its draw has. */
function whoOf({ who }: Terms): Who | null {
  if (!who) return null;
  return who.kind === 'ring'
    ? { kind: 'ring', next: who.next }
    : { kind: 'units', within: who.within };
}

function minutesScheme(meeting: Meeting, terms: Terms): MinutesScheme {
  const { spread, centre, emptyGroup, belowFloor, floor } = schemeOf(meeting, { terms });
  return {
    rules: { spread, centre, emptyGroup, belowFloor, floor },
    weights: terms.weights.map(({ group, weight }) => ({
      name: meeting.groups.find(({ id }) => id === group)?.name ?? group,
      weight,
    })),
  };
}

function unconfirmed(seen: Seen, { id }: Round, attempt: number): MinutesRound['unconfirmed'] {
  const { meeting } = seen;
  return [...meeting.papers.values()].flatMap((paper) => {
    const holder = meeting.seats.get(paper.seat)?.holder;
    if (paper.phase !== 'entered' || paper.round !== id || paper.attempt !== attempt || !holder)
      return [];
    const { name } = shownSubject(seen, paper.subject);
    return [{ name: holderName(seen, holder), subject: name }];
  });
}

/** A record's hash covers the entropy: it is told when the last name is. */
function recordHashOf(draws: readonly Draw[], view: LockedDraw): string | null {
  const draw = draws.find(({ id }) => id === view.id);
  if (!draw || draw.phase === 'locked') return null;
  return view.phase === 'done' || view.phase === 'void' ? draw.recordHash : null;
}

/** The result that is on its way, else the one that was published. */
function resultOf(seen: Seen, staffName: (id: StaffId) => string): MinutesResult | null {
  const { meeting } = seen;
  const found = meeting.outcome ?? meeting.published;
  const plan = found && planOfVersion(meeting, found.plan);
  if (!found || !plan) return null;
  return {
    rows: shownRows(seen, plan, found.rows),
    outcome: shownOutcome(meeting, found, staffName),
  };
}
