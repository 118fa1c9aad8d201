// The catalogue of kinds for the views: what the stage, the console and the lists show of each.
import type { Kind } from '../meeting/agenda/item.ts';
import { board } from './kinds/board.ts';
import { card } from './kinds/card.ts';
import { checkIn } from './kinds/check-in.ts';
import { draw } from './kinds/draw.ts';
import type { KindView } from './kinds/kind.ts';
import { presentation } from './kinds/presentation.ts';
import { score } from './kinds/score.ts';
import { written } from './kinds/written.ts';

const VIEWS: { readonly [K in Kind]: KindView<K> } = {
  'check-in': checkIn,
  draw,
  presentation,
  score,
  written,
  board,
  card,
};

/** The answers for an item of any kind: each is only asked about its own. */
export function viewOf<K extends Kind>({ kind }: { readonly kind: K }): KindView<K> {
  return VIEWS[kind];
}
