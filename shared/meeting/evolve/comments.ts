// Comments beside ballots, and what became of them.
import type { CommentId } from '../../ids.ts';
import { commentKey, type Comment } from '../comment.ts';
import type { commentsEvents } from '../events/comments.ts';
import type { Meeting } from '../state.ts';
import { BrokenLog, found, foundAll, type Folds } from './fold.ts';

export const commentsFolds = {
  CommentWritten: (meeting, { comment: id, round, attempt, subject }, { by }) => {
    if (by.kind !== 'seat') throw new BrokenLog(`a comment of no seat: ${id}`);
    foundAll(meeting.rounds, 'round', [round]);
    foundAll(meeting.subjects, 'subject', [subject]);
    foundAll(meeting.seats, 'seat', [by.id]);
    const place = { round, attempt, subject, seat: by.id };
    return withComment(meeting, { ...place, id, read: null });
  },
  CommentReleased: (meeting, { comment }) => readAs(meeting, comment, { as: 'released' }),
  CommentWithheld: (meeting, { comment, reason }) =>
    readAs(meeting, comment, { as: 'withheld', reason: reason ?? null }),
} satisfies Folds<typeof commentsEvents>;

function readAs(meeting: Meeting, id: CommentId, read: Comment['read']): Meeting {
  const comment = [...meeting.comments.values()].find((one) => one.id === id);
  return withComment(meeting, { ...found(comment, 'comment', id), read });
}

function withComment(meeting: Meeting, comment: Comment): Meeting {
  return { ...meeting, comments: new Map(meeting.comments).set(commentKey(comment), comment) };
}
