// Comments beside ballots: written until the close, read by staff after the reveal. The words never enter the log (R14).
import { about } from '../../ballots/ballot.ts';
import { fingerprint } from '../../fingerprint.ts';
import type { CommentId } from '../../ids.ts';
import type { SeatCommandOf } from '../commands.ts';
import { commentKey } from '../comment.ts';
import { commentWords, openComments, type OpenComment } from '../comments.ts';
import { formFor } from '../forms.ts';
import type { Seat } from '../people.ts';
import { keepReason } from '../person-reason.ts';
import type { Refusal } from '../refusals.ts';
import {
  accept,
  commitmentOf,
  refuse,
  type Decision,
  type DecidingWorld,
  type DirectoryEntry,
  type World,
} from '../world.ts';
import type { commentsCommands } from '../commands/comments.ts';
import { castFlaw } from './ballots.ts';
import type { Deciders } from './decider.ts';

export const commentsDeciders = {
  ReleaseComment: (world, { comment: id }) => {
    const found = readable(world, id);
    if ('code' in found) return refuse(found);
    if (found.comment.read?.as === 'released') return accept([]);
    return accept([{ type: 'CommentReleased', comment: id }]);
  },

  WithholdComment: (world, { comment: id, reason: words }, { random }) => {
    const found = readable(world, id);
    if ('code' in found) return refuse(found);
    if (found.comment.read?.as === 'withheld') return accept([]);
    if (words.trim() === '') return accept([{ type: 'CommentWithheld', comment: id }]);
    const { reason, side } = keepReason(world.meeting, words, random);
    return accept([{ type: 'CommentWithheld', comment: id, reason }], side);
  },
} satisfies Deciders<typeof commentsCommands>;

/**
 * Takes a comment where the same seat could still cast on that unit, and has. The words as they stand are taken again at any
 * time: their sender only missed the answer.
 */
export function writeComment(
  world: DecidingWorld,
  command: SeatCommandOf<'WriteComment'>,
  { seat }: { readonly seat: Seat },
): Decision {
  const { meeting, box } = world;
  const { round: roundId, attempt, subject } = command;
  const round = meeting.rounds.get(roundId);
  if (!round) return refuse({ code: 'not-in-round' });
  const place = { round: roundId, attempt, subject, seat: seat.id };
  const words = command.words.trim();
  if (commentWords(world, place) === words) return accept([]);
  const flaw = castFlaw(world, round, { ...place, choice: { kind: 'abstain' } });
  if (flaw) return refuse(flaw);
  if (!formFor(meeting, round, seat, subject)?.comments) return refuse({ code: 'no-comments' });
  if (!box.newest({ ...place, matter: about(subject) }))
    return refuse({ code: 'comment-without-ballot' });
  const fresh = (what: string) => fingerprint('salt', `${command.salt}/comment/${what}`);
  const id =
    meeting.comments.get(commentKey(place))?.id ?? (`C${fresh('id').slice(0, 16)}` as CommentId);
  const salt = fresh('words');
  const entry: DirectoryEntry = { kind: 'comment', id, name: words, attributes: {}, salt };
  return accept(
    [
      {
        type: 'CommentWritten',
        ...{ comment: id, round: roundId, attempt, subject },
        commitment: commitmentOf(entry),
      },
    ],
    [{ kind: 'directory', entry }],
  );
}

/** Before the reveal there is none for staff, whatever its id (R6). */
function readable(world: World, id: CommentId): OpenComment | Refusal {
  const found = openComments(world).find(({ comment }) => comment.id === id);
  if (!found) return { code: 'comment-unknown' };
  return found.below === null ? found : { code: 'comment-few', n: found.below };
}
