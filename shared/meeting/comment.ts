// A comment beside a ballot as the state has it: whose on what, and what staff came to. Its words lie in the directory (R14).
import type { CommentId, RoundId, SeatId, SubjectId } from '../ids.ts';
import type { PersonReason } from './people.ts';

/** Of what a comment is one: a seat has one on a unit in an attempt. */
export interface CommentPlace {
  readonly round: RoundId;
  readonly attempt: number;
  readonly subject: SubjectId;
  readonly seat: SeatId;
}

export interface Comment extends CommentPlace {
  /** Random: it tells neither the seat nor when it was written. */
  readonly id: CommentId;
  /** What a second person, a member of staff, came to; null: nobody has read it yet. */
  readonly read: { readonly as: 'released' } | Withheld | null;
}

interface Withheld {
  readonly as: 'withheld';
  readonly reason: PersonReason | null;
}

export function commentKey({ round, attempt, subject, seat }: CommentPlace): string {
  return `${round}/${String(attempt)}/${subject}/${seat}`;
}
