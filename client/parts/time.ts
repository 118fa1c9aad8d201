// Times in the meeting's zone; everything travels in UTC.

const formats = new Map<string, Intl.DateTimeFormat>();

/** `14:05`, or `14:05:12` with `seconds`, the same in both languages; nothing for what is no time. */
export function timeText(instant: number | string, zone: string, seconds = false): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  const key = `${zone}/${seconds}`;
  const format =
    formats.get(key) ?? formatIn(zone, { ...HOUR, ...(seconds ? { second: '2-digit' } : {}) });
  formats.set(key, format);
  return format.format(date);
}

/** Of an hour and its minute. */
export const HOUR = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** A zone that this browser does not know is shown in its own. */
export function formatIn(
  zone: string,
  style: Intl.DateTimeFormatOptions,
  locale = 'en-GB',
): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, { ...style, timeZone: zone });
  } catch {
    return new Intl.DateTimeFormat(locale, style);
  }
}
