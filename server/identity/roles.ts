// Who may do what: every command by its own rule, every route of staff by the table here; what is in neither is denied.
import { COMMAND_RULES } from '../../shared/meeting/command-rules.ts';
import { STAFF_ROLES, type StaffRole } from '../../shared/staff-role.ts';
import type { RefusalOf } from '../../shared/meeting/refusals.ts';
import type { StaffCommand } from '../../shared/meeting/commands.ts';

/** What staff do over HTTP, beside the commands. */
export type RouteAction = 'view' | 'import' | 'tickets' | 'create-meeting' | 'invite';
export type Action = StaffCommand['type'] | RouteAction;

const ROUTES = {
  view: STAFF_ROLES,
  import: ['moderator', 'clerk'],
  tickets: ['moderator', 'clerk'],
  'create-meeting': ['moderator'],
  invite: ['moderator'],
} as const satisfies Record<RouteAction, readonly StaffRole[]>;

/** Whether this role may do this. Anything that is in no table is denied, whatever the types said. */
export function may(role: StaffRole, action: Action): boolean {
  return rolesFor(action).includes(role);
}

/** Why this role may not do this, or null where it may. */
export function barred(role: StaffRole, action: Action): RefusalOf<'no-right'> | null {
  return may(role, action) ? null : { code: 'no-right', by: rolesFor(action) };
}

/** Every action there is. */
export const ACTIONS = [...Object.keys(ROUTES), ...Object.keys(COMMAND_RULES)] as readonly Action[];

function rolesFor(action: Action): readonly StaffRole[] {
  if (isRoute(action)) return ROUTES[action];
  return Object.hasOwn(COMMAND_RULES, action) ? COMMAND_RULES[action].by : [];
}

function isRoute(action: Action): action is RouteAction {
  return Object.hasOwn(ROUTES, action);
}
