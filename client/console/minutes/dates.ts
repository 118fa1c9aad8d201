// Dates and times in the meeting's zone, in the page's language.
import type { Minutes } from '../../../shared/views/audiences/minutes.ts';
import type { Language } from '../../ui/language.ts';

/** `2026年11月22日 15:04` in the zone; the device's own zone where the browser does not know it. */
export function dateTimeIn(zone: string, language: Language, at: number): string {
  return formatIn(zone, language, { dateStyle: 'medium', timeStyle: 'short' })(at);
}

/** The day on which the meeting was held, or the first and the last one; empty while no item was entered. */
export function daysOf({ items, meeting }: Minutes, language: Language): string {
  const entered = items.flatMap(({ enteredAt }) => enteredAt ?? []);
  if (entered.length === 0) return '';
  const format = formatIn(meeting.zone, language, { dateStyle: 'long' });
  const days = [format(Math.min(...entered)), format(Math.max(...entered))];
  return [...new Set(days)].join(language === 'zh' ? '至' : ' to ');
}

function formatIn(
  zone: string,
  language: Language,
  style: Intl.DateTimeFormatOptions,
): (at: number) => string {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  try {
    const format = new Intl.DateTimeFormat(locale, { ...style, timeZone: zone });
    return (at) => format.format(at);
  } catch {
    const format = new Intl.DateTimeFormat(locale, style);
    return (at) => format.format(at);
  }
}
