// Branded identifiers: a seat can never be passed where a reviewer is meant.

declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type MeetingId = Id<'meeting'>;
export type SubjectId = Id<'subject'>;
export type CategoryId = Id<'category'>;
export type ReviewerId = Id<'reviewer'>;
export type GroupId = Id<'group'>;
export type SeatId = Id<'seat'>;
export type ItemId = Id<'item'>;
export type RoundId = Id<'round'>;
export type DrawId = Id<'draw'>;
export type StaffId = Id<'staff'>;
export type PaperId = Id<'paper'>;
export type CommentId = Id<'comment'>;

/** What an id may look like wherever it is read from outside: DRAW.md's alphabet for pool ids. */
export const ID_PATTERN = /^[A-Za-z0-9._-]{1,64}$/;

/** For a switch over a union: compiles only when every variant was handled, throws if a new one slips in at run time. */
export function unreachable(value: never): never {
  throw new Error(`unhandled variant: ${JSON.stringify(value)}`);
}
