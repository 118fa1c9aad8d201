// Addresses of the viewers' page: the list, and one unit of it, which can be passed on.
import type { SubjectId } from '../../shared/ids.ts';

/** What a step of the browser's history holds that began at the list: the way back is one step back. */
export const FROM_LIST = 'from-list';

export function watchAddress(code: string, unit: SubjectId | null): string {
  const page = `/m/${encodeURIComponent(code)}/watch`;
  return unit === null ? page : `${page}?unit=${encodeURIComponent(unit)}`;
}
