// Times as the meeting's zone shows them; kept in UTC everywhere else (DESIGN.md §8).

const formats = new Map<string, Intl.DateTimeFormat>();

/** `15:04` or `15:04:10`, the same in both languages. */
export function timeIn(zone: string, at: number, to: 'minutes' | 'seconds'): string {
  const key = `${zone}/${to}`;
  const format = formats.get(key) ?? make(zone, to);
  formats.set(key, format);
  return format.format(at);
}

function make(zone: string, to: 'minutes' | 'seconds'): Intl.DateTimeFormat {
  const parts: Intl.DateTimeFormatOptions = {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(to === 'seconds' ? { second: '2-digit' } : {}),
  };
  try {
    return new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: zone });
  } catch {
    // A zone that this browser does not know: the machine's own.
    return new Intl.DateTimeFormat('en-GB', parts);
  }
}
