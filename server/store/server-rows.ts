// The rows of server.sqlite, parsed at the edge; columns that nobody here asks for are left out.
import { z } from 'zod';
import { STAFF_ROLES, type StaffRole } from '../../shared/staff-role.ts';
import type { MeetingId, StaffId } from '../../shared/ids.ts';
import { parseRow } from './stored-rows.ts';

export type Staff = Readonly<ReturnType<typeof readStaff>>;
export type StaffSession = Readonly<ReturnType<typeof readSession>>;
export type MeetingEntry = Readonly<ReturnType<typeof readMeeting>>;

export function readStaff(row: unknown) {
  const { created_at: createdAt, disabled, ...rest } = parseRow(staffRow, row, 'staff');
  return { ...rest, createdAt, disabled: disabled === 1 };
}

export function readSession(row: unknown) {
  const { token_hash, staff, created_at, expires_at } = parseRow(sessionRow, row, 'staff session');
  return { tokenHash: token_hash, staff, createdAt: created_at, expiresAt: expires_at };
}

export function readInvitation(row: unknown): StaffRole {
  return parseRow(invitationRow, row, 'invitation').role;
}

export function readMeeting(row: unknown) {
  const { created_at: createdAt, ...rest } = parseRow(meetingRow, row, 'meeting');
  return { ...rest, createdAt };
}

const role = z.enum(STAFF_ROLES);
const staffId = z.string().transform((id) => id as StaffId);

const staffRow = z.object({
  id: staffId,
  name: z.string(),
  role,
  /** Salted slow hash with its parameters, as text. */
  passphrase: z.string(),
  created_at: z.int(),
  disabled: z.union([z.literal(0), z.literal(1)]),
});
const sessionRow = z.object({
  token_hash: z.string().regex(/^[0-9a-f]{64}$/),
  staff: staffId,
  created_at: z.int(),
  expires_at: z.int(),
});
const invitationRow = z.object({ role });
const meetingRow = z.object({
  id: z.string().transform((id) => id as MeetingId),
  code: z.string(),
  /** Name of its file in the data folder. */
  file: z.string(),
  created_at: z.int(),
  /** JSON; null before the meeting was first opened by a version that writes one. */
  card: z.string().nullable(),
  /** The next instant at which something is due in it. */
  due: z.int().nullable(),
  /** The newest event that was known here. */
  seq: z.int().nullable(),
  hash: z.string().nullable(),
});
