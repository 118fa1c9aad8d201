// A new meeting with its first sheet, scheme and agenda, so that it can be opened at once and changed at will.
import type { CreateMeeting } from '../commands.ts';
import { accept, type Decision } from '../world.ts';

export function createMeeting(command: CreateMeeting): Decision {
  const { id, code, title, zone, retainUntil, sheet, scheme, agenda } = command;
  return accept([
    { type: 'MeetingCreated', id, code, title, zone, retainUntil },
    { type: 'SheetAdopted', sheet: { ...sheet, version: 1 } },
    { type: 'SchemeAdopted', scheme: { ...scheme, version: 1 } },
    { type: 'AgendaSet', items: agenda },
  ]);
}
