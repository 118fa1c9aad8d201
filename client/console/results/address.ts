// Where a unit's page is in the console.
import type { SubjectId } from '../../../shared/ids.ts';
import { addressOf } from '../place.ts';

export function unitAddress(code: string, subject: SubjectId): string {
  return `${addressOf(code, 'results')}?unit=${encodeURIComponent(subject)}`;
}
