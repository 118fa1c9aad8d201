// Dice for a draw that a script or a test leads: both readings typed, each in one go.
import { READINGS } from '../shared/meeting/draws/reading.ts';
import type { DrawId } from '../shared/ids.ts';
import type { StaffClient } from './staff-client.ts';

/** Resolves once the result is fixed. */
export async function readDice(staff: StaffClient, draw: DrawId, digits: string): Promise<void> {
  for (const reading of READINGS)
    await staff.run({ type: 'TypeDice', draw, reading, edits: 0, at: 0, took: 0, digits });
}
