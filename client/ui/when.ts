// A day and a time of it in a zone, as short as a list wants them.
import type { Language } from './language.ts';

/** `11月22日13:51`, `22 Nov, 13:51`. A zone that this browser does not know is shown in its own. */
export function whenIn(zone: string, at: number, language: Language): string {
  const parts = new Map(
    formatOf(zone, language)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const get = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  const time = `${get('hour')}:${get('minute')}`;
  return language === 'zh'
    ? `${get('month')}月${get('day')}日${time}`
    : `${get('day')} ${get('month')}, ${time}`;
}

function formatOf(zone: string, language: Language): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = {
    month: language === 'zh' ? 'numeric' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  };
  try {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone });
  } catch {
    return new Intl.DateTimeFormat('en-GB', options);
  }
}
