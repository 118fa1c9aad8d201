// What is on now, without any number that depends on a score.
import { itemById } from '../meeting/agenda/items.ts';
import { viewOf } from './kinds.ts';
import { shownMeeting, perMeeting, type Seen } from './seen.ts';
import type { StageBody, StageSlice } from './slices/stage-slices.ts';

export const stageSlice = perMeeting((seen): StageSlice => {
  const { meeting } = seen;
  const n = meeting.agenda.findIndex(({ id }) => id === meeting.current) + 1;
  return {
    meeting: shownMeeting(meeting),
    item: meeting.current === null ? null : { id: meeting.current, n },
    items: meeting.agenda.length,
    body: bodyFor('stage', seen),
    bell: meeting.bell,
  };
});

/** What is on now, as the hall, the phones or staff get it. */
export function bodyFor(whom: 'stage' | 'phone' | 'staff', seen: Seen): StageBody {
  const item = itemById(seen.meeting, seen.meeting.current);
  if (!item) return { kind: 'idle' };
  const view = viewOf(item);
  return (view[whom] ?? view.stage)(seen, item);
}
