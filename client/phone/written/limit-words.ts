// What is said of a limit that a ballot would break.
import type { Broken } from '../../../shared/scoring/limits.ts';
import type { WrittenText } from '../../../shared/text/written.ts';
import type { ShownLeft } from './row-limit.ts';

/** @param left what the head of the page says of the limit on the top */
export function limitWords(
  { broken: words }: Pick<WrittenText, 'broken'>,
  { kind, most }: Broken,
  left: ShownLeft | null,
): string {
  if (kind === 'distinct') return words.distinct(most);
  const { grade = null, total = null } = left ?? {};
  return grade === null ? words.total(total ?? '', most) : words.grade(grade, most);
}
