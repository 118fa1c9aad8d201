// The catalogue of kinds: what an item of the agenda can be.
import type { Kind } from './item.ts';
import type { ItemKind } from './kind.ts';
import { board } from './kinds/board.ts';
import { card } from './kinds/card.ts';
import { checkIn } from './kinds/check-in.ts';
import { draw } from './kinds/draw.ts';
import { presentation } from './kinds/presentation.ts';
import { score } from './kinds/score.ts';
import { written } from './kinds/written.ts';

export const KINDS: { readonly [K in Kind]: ItemKind<K> } = {
  'check-in': checkIn,
  draw,
  presentation,
  score,
  written,
  board,
  card,
};

/** In the order in which they are offered. */
export const KIND_NAMES = Object.keys(KINDS) as readonly Kind[];

/** The answers for an item of any kind: each is only asked about its own. */
export function kindOf<K extends Kind>({ kind }: { readonly kind: K }): ItemKind<K> {
  return KINDS[kind];
}
