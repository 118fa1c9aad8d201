// A new meeting with its first sheet, scheme and agenda, so that it can be opened at once and changed at will.
import type { CreateMeeting } from '../commands.ts';
import type { MeetingEvent } from '../events.ts';
import { accept, type Decision, type World } from '../world.ts';

export function createMeeting(command: CreateMeeting): Decision {
  const { id, code, title, zone, retainUntil, scheme, agenda } = command;
  const { rehearsal, rehearsalOf } = command;
  const sheets = [command.sheet, ...(command.furtherSheets ?? [])];
  const { series, period } = command;
  const created = { type: 'MeetingCreated', id, code, title, zone, retainUntil } as const;
  return accept([
    {
      ...created,
      ...(series === undefined ? {} : { series }),
      ...(period === undefined ? {} : { period }),
      ...(rehearsal ? { rehearsal } : {}),
      ...(rehearsal && rehearsalOf !== undefined ? { rehearsalOf } : {}),
    },
    ...sheets.map((sheet): MeetingEvent => ({
      type: 'SheetAdopted',
      sheet: { ...sheet, version: 1 },
    })),
    { type: 'SchemeAdopted', scheme: { ...scheme, version: 1 } },
    { type: 'AgendaSet', items: agenda },
  ]);
}

/** The meeting goes on from a copy of its file: phones that knew the original follow the higher epoch. */
export function raiseEpoch({ meeting }: World): Decision {
  return accept([{ type: 'EpochRaised', epoch: meeting.epoch + 1 }]);
}
