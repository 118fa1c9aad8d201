// Comments beside ballots. That one was written or read is public, as a check-in is, and nothing else: not about which unit,
// not which comment. Open, the two would join the time of writing, which a neighbour saw, to what a unit reads. The words lie
// in the directory, where they can be erased (R14); who wrote is the event's actor.
import { laterPrivate } from './event.ts';

export const commentsEvents = {
  /** The seat's newest on that unit in that attempt. Taken back, it says nothing, and keeps its id. */
  CommentWritten: laterPrivate(
    [],
    ['comment', 'round', 'attempt', 'subject', 'commitment'],
    (f) => ({
      comment: f.comment,
      round: f.round,
      attempt: f.whole,
      subject: f.subject,
      /** Of the directory's row. */
      commitment: f.hash,
    }),
  ),
  CommentReleased: laterPrivate([], ['comment'], (f) => ({ comment: f.comment })),
  CommentWithheld: laterPrivate([], ['comment', 'reason'], (f) => ({
    comment: f.comment,
    reason: f.optional(f.personReason),
  })),
};
