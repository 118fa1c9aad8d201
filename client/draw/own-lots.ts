// Somebody's own numbers of a draw by lots, from the public list, which must have the check value that the screen shows.
import { mostOftenWith, numbersByPerson, pageOf } from '../../shared/draw/lots-by-person.ts';
import { numberedHash } from '../../shared/draw/lots.ts';
import type { PublishedNumbers } from '../../shared/views/draws/draw-record.ts';

export interface OwnLots {
  /** Ascending. */
  readonly numbers: readonly number[];
  /** Of the printed list; null for who is in no draw. */
  readonly page: number | null;
  /** Who is on most lots with them. */
  readonly often: { readonly ids: readonly string[]; readonly lots: number };
}

/** @returns `differs` where the list is not the one that was shown. @throws where it did not come. */
export async function ownLots(
  code: string,
  draw: string,
  shownHash: string,
  person: string,
): Promise<OwnLots | 'differs'> {
  const answer = await fetch(
    `/m/${encodeURIComponent(code)}/api/draws/${encodeURIComponent(draw)}/numbers`,
  );
  if (!answer.ok) throw new Error(`no numbers: ${answer.status}`);
  const { panels } = (await answer.json()) as PublishedNumbers;
  if (numberedHash(panels) !== shownHash) return 'differs';
  const byPerson = numbersByPerson(panels);
  return {
    numbers: byPerson.get(person) ?? [],
    page: pageOf(byPerson, person),
    often: mostOftenWith(panels, person),
  };
}
