// Commands that the server gives for a member of staff, one after the other, on a meeting that nobody else touches yet.
import { areaOf } from '../../shared/meeting/command-rules.ts';
import type { StaffId } from '../../shared/ids.ts';
import { type StaffCommand } from '../../shared/meeting/commands.ts';
import type { Hall } from '../hall.ts';

/** Throws where the command is refused: what makes a new meeting has been checked before. */
export async function carryOut(hall: Hall, by: StaffId, command: StaffCommand): Promise<void> {
  const { meeting } = hall.world;
  const area = areaOf(command);
  const touched = area === 'desk' ? 0 : meeting.touched[area];
  const answer = await hall.staff(by, command, { item: meeting.current, touched });
  if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.refusal.code}`);
}
