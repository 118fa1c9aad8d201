// The rows of server.sqlite, parsed at the edge.
import { z } from 'zod';
import type { StaffRole } from '../../shared/staff-role.ts';
import type { MeetingId, StaffId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import { parseRow } from './stored-rows.ts';

export interface Staff {
  readonly id: StaffId;
  readonly name: string;
  readonly role: StaffRole;
  /** Salted slow hash with its parameters, as text. */
  readonly passphrase: string;
  readonly createdAt: Instant;
  readonly disabled: boolean;
}

export interface StaffSession {
  readonly tokenHash: string;
  readonly staff: StaffId;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

export interface MeetingEntry {
  readonly id: MeetingId;
  readonly code: string;
  /** Name of its file in the data folder. */
  readonly file: string;
  readonly createdAt: Instant;
}

export function readStaff(row: unknown): Staff {
  const { id, name, role, passphrase, created_at, disabled } = parseRow(staffRow, row, 'staff');
  const createdAt = created_at;
  return { id: id as StaffId, name, role, passphrase, createdAt, disabled: disabled === 1 };
}

export function readSession(row: unknown): StaffSession {
  const { token_hash, staff, created_at, expires_at } = parseRow(sessionRow, row, 'staff session');
  return {
    tokenHash: token_hash,
    staff: staff as StaffId,
    createdAt: created_at,
    expiresAt: expires_at,
  };
}

export function readInvitation(row: unknown): StaffRole {
  return parseRow(invitationRow, row, 'invitation').role;
}

export function readMeeting(row: unknown): MeetingEntry {
  const { id, code, file, created_at } = parseRow(meetingRow, row, 'meeting');
  return { id: id as MeetingId, code, file, createdAt: created_at };
}

const instant = z.int();
const role = z.enum(['moderator', 'clerk', 'supervisor']);

const staffRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  role,
  passphrase: z.string(),
  created_at: instant,
  disabled: z.union([z.literal(0), z.literal(1)]),
});
const sessionRow = z.strictObject({
  token_hash: z.string().regex(/^[0-9a-f]{64}$/),
  staff: z.string(),
  created_at: instant,
  expires_at: instant,
});
const invitationRow = z.strictObject({ role });
const meetingRow = z.strictObject({
  id: z.string(),
  code: z.string(),
  file: z.string(),
  created_at: instant,
});
