// What is said of an event, once: the version of its shape, the areas it moves on, its fields, and which are private.
import type { z } from 'zod';
import type { MovingArea } from '../commands/command.ts';
import type { Stored } from './stored.ts';

type Shape = Readonly<Record<string, z.ZodType>>;

export interface EventEntry<S extends Shape = Shape> {
  /** Version of the newest shape; older ones are led to it by upcast.ts. */
  readonly v: number;
  readonly area: readonly MovingArea[];
  readonly body: (f: Stored) => S;
  /** Fields that say who a person is or what is said of one: a public record leaves them closed (R3). */
  readonly private?: readonly string[];
}

/** The version in which all events came to name their act. */
const WITH_ACT = 2;

/** The version in which sheets got reasons and comments, and rounds several sheets and limits. */
const WITH_SHEETS = 3;

/** The version in which items of draws came to say bands, a shared place, who is left out and who throws; rounds, who rates. */
const WITH_RATERS = 4;

/** An event of the version in which all came to name their act. */
export function event<S extends Shape>(
  area: EventEntry['area'],
  body: EventEntry<S>['body'],
): EventEntry<S> {
  return { v: WITH_ACT, area, body };
}

/** An event that got further fields in version 3; without them it is what it was in version 2. */
export function later<S extends Shape>(
  area: EventEntry['area'],
  body: EventEntry<S>['body'],
): EventEntry<S> {
  return { v: WITH_SHEETS, area, body };
}

/** An event that got further fields in version 4; without them it is what it was before. */
export function inVersion4<S extends Shape>(
  area: EventEntry['area'],
  body: EventEntry<S>['body'],
): EventEntry<S> {
  return { v: WITH_RATERS, area, body };
}

/** {@link event} where these fields of it are private. */
export function partlyPrivate<S extends Shape>(
  area: EventEntry['area'],
  fields: readonly NoInfer<keyof S & string>[],
  body: EventEntry<S>['body'],
): EventEntry<S> {
  return { ...event(area, body), private: fields };
}

/** {@link partlyPrivate} of an event that came with version 3. */
export function laterPrivate<S extends Shape>(
  area: EventEntry['area'],
  fields: readonly NoInfer<keyof S & string>[],
  body: EventEntry<S>['body'],
): EventEntry<S> {
  return { ...later(area, body), private: fields };
}

/** The union of the events that a table holds. */
export type EventsOf<T> = {
  [K in keyof T & string]: T[K] extends EventEntry<infer S>
    ? { readonly type: K } & (keyof S extends never ? object : Readonly<z.output<z.ZodObject<S>>>)
    : never;
}[keyof T & string];
