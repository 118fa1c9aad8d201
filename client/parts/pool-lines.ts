// What stands behind a draw's pool, in sentences: the ranking that it is among, and who is left out.
import { drawsPeople } from '../../shared/meeting/draws/purposes.ts';
import type { BandsText } from '../../shared/text/bands.ts';
import type { DrawPoolText } from '../../shared/text/draw-pool.ts';
import type { DrawCell, DrawView } from '../../shared/views/slices/draw-slices.ts';

/** Among which units; null where it draws from a list. */
export function rankingLine(
  { ranking }: Pick<DrawView, 'ranking'>,
  text: DrawPoolText,
): string | null {
  if (!ranking) return null;
  const category = ranking.category?.name ?? null;
  if (ranking.closed) return text.closed;
  return ranking.place === null
    ? text.bandsOf(category)
    : text.sharedPlace(category, ranking.place);
}

/**
 * One for each reason.
 *
 * @param named with the names, as far as they are said
 */
export function leftOutLines(
  { purpose, leftOut }: Pick<DrawView, 'purpose' | 'leftOut'>,
  text: DrawPoolText,
  named: boolean,
): readonly string[] {
  const people = drawsPeople(purpose);
  return leftOut.map(
    ({ why, count, names, from }) =>
      `${text.why(why)}${from.length > 0 ? text.fromMeetings(from) : ''} ${text.count(people, count)}${named ? text.names(names, count) : ''}`,
  );
}

/** Of a cell as pages call it. */
export function cellTitle({ name, band }: DrawCell, text: BandsText): string {
  return band ? text.name(band) : name;
}
