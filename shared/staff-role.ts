// What a member of staff is at a meeting.

export const STAFF_ROLES = ['moderator', 'clerk', 'supervisor'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];
