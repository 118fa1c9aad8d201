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

/** An entry as a table writes it: its private fields are fields of its, its version is only said where it has moved on. */
interface Declared<S extends Shape> extends Pick<EventEntry, 'area'> {
  readonly v?: number;
  readonly body: (f: Stored) => S;
  readonly private?: readonly (keyof S & string)[];
}

/** The version in which all events came to name their act. */
const WITH_ACT = 2;

export function event<S extends Shape>(declared: Declared<S>): EventEntry<S> {
  return { v: WITH_ACT, ...declared };
}

/** The union of the events that a table holds. */
export type EventsOf<T> = {
  [K in keyof T & string]: T[K] extends EventEntry<infer S>
    ? { readonly type: K } & (keyof S extends never ? object : Readonly<z.output<z.ZodObject<S>>>)
    : never;
}[keyof T & string];
