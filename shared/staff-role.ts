// What a member of staff is at a meeting.

export type StaffRole = 'moderator' | 'clerk' | 'supervisor';
export const STAFF_ROLES = [
  'moderator',
  'clerk',
  'supervisor',
] as const satisfies readonly StaffRole[];
