// Comments by unit, for staff who read them and for the paper that a unit is given. Only of what has been revealed (R6), and
// never with seat, group or time.
import type { CommentId } from '../../ids.ts';
import { entry } from '../../entry.ts';
import { openComments, type OpenComment } from '../../meeting/comments.ts';
import { wordsOf } from '../../meeting/person-reason.ts';
import type { Directory } from '../../meeting/world.ts';
import { shownMeeting, shownSubject, type Seen } from '../seen.ts';
import type { ShownMeeting, ShownSubject } from '../slices/shown.ts';

export interface CommentsView {
  readonly meeting: ShownMeeting;
  /** In the roster's order; those without any are left out. */
  readonly units: readonly UnitComments[];
}

export interface UnitComments {
  readonly subject: ShownSubject;
  readonly comments: readonly ShownComment[];
  /** How many stay closed, as their writers' groups gave the unit too few totals; null where none does. */
  readonly closed: { readonly n: number; readonly floor: number } | null;
}

export interface ShownComment {
  readonly id: CommentId;
  readonly words: string;
  readonly read: 'released' | 'withheld' | null;
  /** Why it is withheld; "" where nobody said. */
  readonly reason: string;
}

export function commentsView(seen: Seen): CommentsView {
  const by = new Map<string, OpenComment[]>();
  for (const one of openComments(seen)) entry(by, one.comment.subject, () => []).push(one);
  return {
    meeting: shownMeeting(seen.meeting),
    units: [...seen.meeting.subjects.keys()].flatMap((id) => {
      const all = by.get(id);
      if (!all) return [];
      const closed = all.flatMap(({ below }) => below ?? []);
      const [floor] = closed;
      return [
        {
          subject: shownSubject(seen, id),
          comments: all.flatMap((one) => (one.below === null ? [shown(seen.directory, one)] : [])),
          closed: floor === undefined ? null : { n: closed.length, floor },
        },
      ];
    }),
  };
}

function shown(directory: Directory, { comment: { id, read }, words }: OpenComment): ShownComment {
  const reason = read?.as === 'withheld' ? read.reason : null;
  return {
    ...{ id, words, read: read?.as ?? null },
    reason: reason === null ? '' : wordsOf(directory, reason),
  };
}
