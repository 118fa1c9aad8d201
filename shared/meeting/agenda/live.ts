// Which items show scores while ballots come in, by themselves or by what they put on the agenda.
import type { Item } from './item.ts';
import { kindOf } from './kinds.ts';

export function showsLive(item: Item): boolean {
  const kind = kindOf(item);
  const planned = kind.scoring(item) ?? kind.drawing(item)?.follow?.score;
  return planned?.disclosure === 'live';
}
