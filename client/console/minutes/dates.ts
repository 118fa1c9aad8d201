// Dates and times in the meeting's zone, in the page's language.
import type { Language } from '../../ui/language.ts';

/** `2026-11-22 15:04` in the zone; the device's own zone where the browser does not know it. */
export function dateTimeIn(zone: string, language: Language, at: number): string {
  const parts: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  try {
    return new Intl.DateTimeFormat(locale, { ...parts, timeZone: zone }).format(at);
  } catch {
    return new Intl.DateTimeFormat(locale, parts).format(at);
  }
}
