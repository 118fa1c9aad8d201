// Commands that the server gives for a member of staff, one after the other, on a meeting that nobody else touches yet.
import { expectationOf, type StaffCommand } from '../../shared/meeting/commands.ts';
import type { Hall, StaffActor } from '../hall.ts';

/** Throws where the command is refused: what makes a new meeting has been checked before. */
export async function carryOut(hall: Hall, by: StaffActor, command: StaffCommand): Promise<void> {
  const answer = await hall.staff(by, command, expectationOf(hall.world.meeting, command));
  if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.refusal.code}`);
}
