// Which staff may do what (R16): each command by its own entry, what is no command by the table here; all else is denied.
import { own } from '../own.ts';
import { STAFF_ROLES, type StaffRole } from '../staff-role.ts';
import { STAFF_COMMANDS, type StaffCommand } from './commands.ts';
import type { RefusalOf } from './refusals.ts';

/** What staff do beside commands of one meeting. */
export const STAFF_ACTS = {
  view: STAFF_ROLES,
  'create-meeting': ['moderator'],
  invite: ['moderator'],
} as const satisfies Readonly<Record<string, readonly StaffRole[]>>;

export type Right = StaffCommand['type'] | keyof typeof STAFF_ACTS;

/** Why this role may not do this, or null where it may. */
export function barred(role: StaffRole, right: Right): RefusalOf<'no-right'> | null {
  const by: readonly StaffRole[] = own(STAFF_ACTS, right) ?? own(STAFF_COMMANDS, right)?.by ?? [];
  return by.includes(role) ? null : { code: 'no-right', by };
}
