// How many have checked in or voted: counts by group, never who (R6).
import { itemById } from '../../meeting/agenda/items.ts';
import { viewOf } from '../kinds.ts';
import { NOTHING_COUNTED } from '../kinds/kind.ts';
import type { ProgressSlice } from '../slices/number-slices.ts';
import type { Seen } from '../seen.ts';

export function progressSlice(seen: Pick<Seen, 'meeting' | 'book'>): ProgressSlice {
  const item = itemById(seen.meeting, seen.meeting.current);
  return item ? viewOf(item).progress(seen, item) : NOTHING_COUNTED;
}
