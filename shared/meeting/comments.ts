// Comments beside ballots: what they say, and which of them a unit may come to read.
import type { CommentId } from '../ids.ts';
import { commentKey, type Comment, type CommentPlace } from './comment.ts';
import { isRecused } from './recusals.ts';
import { lastAttempt, schemeOf } from './rounds.ts';
import { directoryKey, type Directory, type World } from './world.ts';

/** What this seat says there; "" where it says nothing, took it back, or people were erased. */
export function commentWords(
  { meeting, directory }: Pick<World, 'meeting' | 'directory'>,
  place: CommentPlace,
): string {
  const comment = meeting.comments.get(commentKey(place));
  return comment ? wordsIn(directory, comment.id) : '';
}

function wordsIn(directory: Directory, id: CommentId): string {
  return directory.get(directoryKey('comment', id))?.name ?? '';
}

export interface OpenComment {
  readonly comment: Comment;
  readonly words: string;
  /**
   * The secrecy floor, where the writer's group gave this unit fewer totals: then nobody is shown the words, staff neither,
   * as few could have written them. Else null.
   */
  readonly below: number | null;
}

/**
 * All that say something, of rounds that have been revealed (R6) and attempts that count, in an order that tells neither
 * who wrote nor when.
 */
export function openComments({
  meeting,
  directory,
}: Pick<World, 'meeting' | 'directory'>): readonly OpenComment[] {
  const open = [...meeting.comments.values()].flatMap((comment): readonly OpenComment[] => {
    const words = wordsIn(directory, comment.id);
    const round = meeting.rounds.get(comment.round);
    const seat = meeting.seats.get(comment.seat);
    if (words === '' || !round || !seat) return [];
    const attempt = lastAttempt(round);
    if (attempt.phase !== 'revealed' || attempt.n !== comment.attempt) return [];
    const result = attempt.results.find(({ subject }) => subject === comment.subject);
    // Its ballot does not count (R13).
    if (!result || isRecused(meeting, seat, comment.subject)) return [];
    const { floor } = schemeOf(meeting, round);
    const totals = result.groups.find(({ group }) => group === seat.group)?.counted ?? 0;
    return [{ comment, words, below: totals < floor ? floor : null }];
  });
  return open.sort((a, b) => (a.comment.id < b.comment.id ? -1 : 1));
}
