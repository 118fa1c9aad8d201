// Until when people's names are kept, and whether that day is over (R14): the server and the console ask the same.
import type { Instant } from '../instant.ts';
import type { Meeting } from './state.ts';

/** Whether the meeting's last day of keeping names has ended in the meeting's own zone. */
export function isRetentionOver(
  { retainUntil, zone }: Pick<Meeting, 'retainUntil' | 'zone'>,
  now: Instant,
): boolean {
  return dayIn(zone, now) > retainUntil;
}

/** YYYY-MM-DD in a zone. Where the zone is not known here: the day that it still is somewhere on earth. */
function dayIn(zone: string, at: Instant): string {
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      ...{ timeZone: zone, calendar: 'gregory', numberingSystem: 'latn' },
      ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    }).formatToParts(at);
    const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
    return `${of('year')}-${of('month')}-${of('day')}`;
  } catch {
    return new Date(at - 12 * 3_600_000).toISOString().slice(0, 10);
  }
}
