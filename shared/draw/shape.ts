// Small questions about unknown values, asked while a lock or an entropy is read.

import { hasOwn } from '../own.ts';

/** A plain object of any realm: not an array, not null, not an instance of a class. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** An integer 0..2^53−1, the only numbers that canonical JSON holds. */
export function isInteger(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** 64 lower-case hex digits: 32 bytes. */
export function isHex64(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

/** The syntax of ids. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9._-]{1,64}$/.test(value);
}

/** A list, its entries not looked at yet. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** A plain object with exactly these keys: all of `required`, any of `optional`, no other. */
export function hasShape(
  value: unknown,
  required: readonly string[],
  optional: readonly string[] = [],
): value is Readonly<Record<string, unknown>> {
  if (!isPlainObject(value)) return false;
  const keys = Object.keys(value);
  return (
    required.every((key) => hasOwn(value, key)) &&
    keys.every((key) => required.includes(key) || optional.includes(key))
  );
}
