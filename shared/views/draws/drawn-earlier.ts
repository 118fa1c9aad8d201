// Whom a meeting's draws have drawn, for the clerk of another meeting who leaves them out of a draw there.
import type { EarlierEntry } from '../../meeting/draws/earlier.ts';
import { drawsPeople, PURPOSES } from '../../meeting/draws/purposes.ts';
import { isShownOut } from '../../meeting/draws/standing.ts';
import type { DrawPurpose } from '../../meeting/agenda/item.ts';
import { directoryKey } from '../../meeting/world.ts';
import type { Seen } from '../seen.ts';

export interface EarlierDraw {
  readonly id: string;
  readonly purpose: DrawPurpose;
  readonly of: 'people' | 'units';
  /** When it was locked, YYYY-MM-DDThh:mm:ssZ. */
  readonly lockedAt: string;
  /** Those who were drawn, and those who came from its reserve; a name is null once it has been erased. */
  readonly drawn: readonly EarlierEntry[];
}

/** Draws shown to their last name, newest first; an order that was drawn of a tie has drawn nobody. */
export function drawnEarlier({ meeting, directory }: Seen): readonly EarlierDraw[] {
  const done = meeting.draws.filter(isShownOut).filter(({ purpose }) => !PURPOSES[purpose].orders);
  return done
    .map((draw) => {
      const kind = drawsPeople(draw.purpose) ? 'reviewer' : 'subject';
      const came = meeting.replacements.flatMap((one) =>
        one.draw === draw.id ? (one.in ?? []) : [],
      );
      const ids: readonly string[] = [...new Set<string>([...draw.order, ...came])];
      return {
        ...{ id: draw.id, purpose: draw.purpose, of: PURPOSES[draw.purpose].of },
        lockedAt: draw.lock.locked_at,
        drawn: ids.map((id) => ({ id, name: directory.get(directoryKey(kind, id))?.name ?? null })),
      };
    })
    .reverse();
}
