// Dates and times in the meeting's zone, in the page's language.
import type { Minutes } from '../../../shared/views/audiences/minutes.ts';
import { formatIn } from '../../parts/time.ts';
import type { Language } from '../../ui/language.ts';

/** `2026年11月22日 15:04` in the zone; the device's own zone where the browser does not know it. */
export function dateTimeIn(zone: string, language: Language, at: number): string {
  return formatIn(zone, { dateStyle: 'medium', timeStyle: 'short' }, LOCALES[language]).format(at);
}

/** The day on which the meeting was held, or the first and the last one; empty while no item was entered. */
export function daysOf({ items, meeting }: Minutes, language: Language): string {
  const entered = items.flatMap(({ enteredAt }) => enteredAt ?? []);
  if (entered.length === 0) return '';
  const format = formatIn(meeting.zone, { dateStyle: 'long' }, LOCALES[language]);
  const days = [Math.min(...entered), Math.max(...entered)].map((at) => format.format(at));
  return [...new Set(days)].join(language === 'zh' ? '至' : ' to ');
}

const LOCALES = { zh: 'zh-CN', en: 'en-GB' } as const;
