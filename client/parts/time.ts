// Times of day in the meeting's zone; everything travels in UTC.

/** `14:05`, or `14:05:12` with `seconds`. */
export function timeText(instant: number | string, zone: string, seconds = false): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  const parts: Intl.DateTimeFormatOptions = {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(seconds ? { second: '2-digit' } : {}),
  };
  // The digits are the same in every language; en-GB writes them with colons.
  return new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: zone }).format(date);
}
