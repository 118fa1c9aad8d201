// Who may be drawn, and who of the same kind is left out and why.
import { subjectAsked, presenting } from '../agenda/participation.ts';
import { bandsIn, tiedAt } from './ranking.ts';
import { seatReplacements } from './seats.ts';
import { PURPOSES } from './purposes.ts';
import type { Candidate } from './purpose.ts';
import type { ItemOf } from '../agenda/item.ts';
import type { Meeting } from '../state.ts';

/** Who is in a draw's pool, ascending as a lock wants it, and who of the same kind is left out and why. */
export interface DrawPool {
  readonly ids: readonly string[];
  readonly excluded: readonly { readonly id: string; readonly why: string }[];
}

/** What a lock says of who was drawn in an earlier meeting, and is left out for it. */
export const DRAWN_EARLIER = 'drawn-earlier';

export function drawPool(meeting: Meeting, item: ItemOf<'draw'>): DrawPool {
  const ids: string[] = [];
  const excluded: { id: string; why: string }[] = [];
  const leftOut = outsideOf(meeting, item);
  for (const { id, why: own } of [...candidates(meeting, item)].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  )) {
    const why = own ?? leftOut(id);
    if (why === null) ids.push(id);
    else excluded.push({ id, why });
  }
  return { ids, excluded };
}

/** Why somebody whom the purpose would let in is left out by the item: drawn in an earlier meeting, on no place of its ranking. */
function outsideOf(
  meeting: Meeting,
  { rule, without = [] }: ItemOf<'draw'>,
): (id: string) => string | null {
  const earlier = new Set(without.flatMap(({ ids }) => ids));
  const bands = rule?.kind === 'bands' ? bandsIn(meeting, rule) : null;
  return (id) => {
    if (earlier.has(id)) return DRAWN_EARLIER;
    return rule?.kind === 'bands' && !bands?.has(id) ? 'unranked' : null;
  };
}

function candidates(meeting: Meeting, item: ItemOf<'draw'>): readonly Candidate[] {
  const earlier = meeting.draws.filter(
    (draw) => draw.purpose === item.purpose && draw.item !== item.id && draw.phase === 'determined',
  );
  const drawn = earlier.flatMap((draw): readonly string[] =>
    draw.phase === 'determined' ? draw.order : [],
  );
  const ids = new Set(earlier.map(({ id }) => id));
  const sentIn = meeting.replacements.flatMap((one) => (ids.has(one.draw) ? (one.in ?? []) : []));
  return PURPOSES[item.purpose].candidates({
    meeting,
    seats: [...meeting.seats.values()].filter(
      ({ holder, gone }) => holder.kind === 'reviewer' && gone !== 'replaced',
    ),
    turns: presenting(meeting),
    before: new Set([...drawn, ...sentIn]),
    replaced: new Set(seatReplacements(meeting).map(({ out }) => out)),
    asked: subjectAsked(meeting, item),
    tied: item.tie ? tiedAt(meeting, item.tie) : [],
  });
}
