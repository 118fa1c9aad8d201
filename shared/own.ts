// Look-ups by names from outside in plain objects, where `constructor` would otherwise be found in every one of them.

/** Object.hasOwn, which the oldest phones that we serve lack. */
export function hasOwn(record: object, name: string): boolean {
  return Object.prototype.hasOwnProperty.call(record, name);
}

/** What the record itself holds under this name; what it inherits is not there. */
export function own<Name extends string, T>(
  record: Readonly<Partial<Record<Name, T>>>,
  name: Name,
): T | undefined {
  // eslint-disable-next-line house/outside-names -- the one place: it asks before it looks
  return hasOwn(record, name) ? record[name] : undefined;
}
