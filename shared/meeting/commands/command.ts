// What is declared of a command, once: the part of the meeting that it depends on, who may give it, what it carries.
// Tables of these are plain values, which pages read; only the parser calls a body, with the fields of wire-fields.ts.
import type { StaffRole } from '../../staff-role.ts';
import type { Either, Fields, Parsed, Shape } from '../../wire-fields.ts';
import type { SeatId } from '../../ids.ts';
import type { PrintedSheet } from '../people.ts';

/**
 * Which part of the meeting a staff command depends on; but for `none` it is refused when that part has moved on since it
 * was made. `results` are the figures that ballots are joined with, `none` commands name one person, one paper, one report
 * or one salt, and are safe to judge on the present state. What is done to many seats or units at once, or to a unit
 * together with what was combined with it, is made on the lists as they were shown: `roster`, which no step of the stage
 * moves on.
 */
export type CommandArea = 'stage' | 'roster' | 'results' | 'none';

/** The parts of a meeting that move on, each with a count of its own. */
export type MovingArea = Exclude<CommandArea, 'none'>;

/** A clerk, and a moderator as well: rosters, tickets, seats, recusals, sheets, agenda. */
export const CLERK = ['moderator', 'clerk'] as const;
/** The moderator alone: what the hall sees happen, and what is shut for good. */
export const MODERATOR = ['moderator'] as const;
/** The one act of a supervisor: it adds chance that the stage cannot know, and changes nothing else. */
export const SUPERVISOR = ['supervisor'] as const;

export type Body = (f: Fields) => Shape | Either<Shape>;

/** What no message carries: the server makes it of a file, a secret or a session. */
export interface Made<T extends object> {
  readonly made: true;
  readonly of?: T;
}

export function made<T extends object>(): Made<T> {
  return { made: true };
}

export interface StaffEntry {
  readonly area: CommandArea;
  readonly by: readonly StaffRole[];
  readonly body: Body | Made<object>;
}

export function command<
  const A extends CommandArea,
  R extends readonly StaffRole[],
  B extends StaffEntry['body'],
>(area: A, by: R, body: B) {
  return { area, by, body } as const;
}

/**
 * Who speaks, where it is no member of staff. `seat`: the device that holds a seat's newest claim, while that seat stands.
 * `device`: the same whatever became of the seat. `ticket`: the sheet that was printed for a reviewer or a unit. The server knows
 * them from a session or a secret, never from the message (R12).
 */
export interface Holders {
  readonly seat: { readonly seat: SeatId; readonly claim: number };
  readonly device: { readonly seat: SeatId; readonly claim: number };
  readonly ticket: PrintedSheet;
}

export interface HolderEntry {
  readonly holders: readonly (keyof Holders)[];
  readonly body: Body | Made<object>;
  /** What the server adds to the body. */
  readonly adds?: Made<object>;
}

export interface ServerEntry {
  readonly holders: readonly ['server'];
  readonly body: Made<object>;
}

/** What a body holds once it is parsed. */
export type Given<B> =
  B extends Made<infer T>
    ? T
    : B extends (f: Fields) => infer S
      ? S extends Either<infer One>
        ? Parsed<One>
        : S extends Shape
          ? Parsed<S>
          : never
      : never;

type Added<E> = E extends { readonly adds: Made<infer T> } ? T : unknown;
type Held<E> = E extends { readonly holders: readonly (infer H)[] }
  ? H extends keyof Holders
    ? Holders[H]
    : unknown
  : unknown;

/** One command of a table: its name, what it carries, and by whom it is held. */
export type CommandOf<T, N extends keyof T> = T[N] extends { readonly body: infer B }
  ? { readonly type: N } & Given<B> & Held<T[N]> & Added<T[N]>
  : never;

/** All commands of a table. */
export type CommandsOf<T> = { [N in keyof T]: CommandOf<T, N> }[keyof T];
