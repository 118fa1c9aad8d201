// A day and a time of it in a zone, as short as a list wants them.
import { formatIn, HOUR } from '../parts/time.ts';
import type { Language } from './language.ts';

/** `11月22日13:51`, `22 Nov, 13:51`. */
export function whenIn(zone: string, at: number, language: Language): string {
  const month = language === 'zh' ? 'numeric' : 'short';
  const parts = new Map(
    formatIn(zone, { ...HOUR, month, day: 'numeric' })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const get = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  const time = `${get('hour')}:${get('minute')}`;
  return language === 'zh'
    ? `${get('month')}月${get('day')}日${time}`
    : `${get('day')} ${get('month')}, ${time}`;
}
