// Times of locks and sources: seconds since 1970, UTC, written one way only.

/** Seconds since 1970 of a "YYYY-MM-DDThh:mm:ssZ", or null where it is no such text or no such moment. */
export function secondsOf(value: unknown): number | null {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value)) return null;
  const milliseconds = Date.parse(value);
  if (Number.isNaN(milliseconds)) return null;
  // Date.parse rolls 30 February and 24:00 over; what was rolled over no longer reads the same.
  const same = new Date(milliseconds).toISOString() === value.replace('Z', '.000Z');
  return same ? milliseconds / 1000 : null;
}
