// Until when people's names are kept, and whether that day is over (R14): the server and the console ask the same.
import type { Instant } from '../instant.ts';
import type { Meeting } from './state.ts';

/** Whether the meeting's last day of keeping names has ended in the meeting's own zone. */
export function isRetentionOver(
  { retainUntil, zone }: Pick<Meeting, 'retainUntil' | 'zone'>,
  now: Instant,
): boolean {
  return dayIn(zone)(now) > retainUntil;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The first instant at which {@link isRetentionOver} holds, to the minute. */
export function endOfRetention(meeting: Pick<Meeting, 'retainUntil' | 'zone'>): Instant {
  const lastDay = Date.parse(`${meeting.retainUntil}T00:00:00Z`);
  // No zone is further from UTC than a day. The day in a zone only ever moves on: what is between is found by halves.
  let before = lastDay / MINUTE_MS - DAY_MS / MINUTE_MS;
  let after = before + (4 * DAY_MS) / MINUTE_MS;
  const dayAt = dayIn(meeting.zone);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayAt(middle * MINUTE_MS) > meeting.retainUntil) after = middle;
    else before = middle;
  }
  return after * MINUTE_MS;
}

/** YYYY-MM-DD in a zone. Where the zone is not known here: the day that it still is somewhere on earth. */
function dayIn(zone: string): (at: Instant) => string {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      ...{ timeZone: zone, calendar: 'gregory', numberingSystem: 'latn' },
      ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    });
    return (at) => {
      const parts = format.formatToParts(at);
      const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
      return `${of('year')}-${of('month')}-${of('day')}`;
    };
  } catch {
    return (at) => new Date(at - 12 * 3_600_000).toISOString().slice(0, 10);
  }
}
