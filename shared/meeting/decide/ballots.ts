// A cast is decided purely: into a write to the ballot box or a refusal (R1, R5).
import { about, sameChoice, type BallotKey } from '../../ballots/ballot.ts';
import { keep, type BoxView } from '../../ballots/box-index.ts';
import { checkScores } from '../../scoring/check-scores.ts';
import type { CastBallot } from '../commands.ts';
import { subjectsOf } from '../agenda/participation.ts';
import { formFor } from '../forms.ts';
import { limitBroken } from '../limits.ts';
import { lastAttempt } from '../rounds.ts';
import { isRecused } from '../recusals.ts';
import type { Refusal } from '../refusals.ts';
import type { Seat } from '../people.ts';
import type { Round } from '../round.ts';
import { paperAbove } from '../papers.ts';
import { accept, refuse, type Decision, type DecidingWorld } from '../world.ts';

/** What a choice is judged by. */
type Judged = Pick<DecidingWorld, 'meeting' | 'box'>;

/**
 * How far above the newest stored ballot of its seat a phone may number. Whoever held a ticket for a second would else
 * put one ballot out of reach of everyone who comes after; a phone that numbered on offline is told where to go on.
 */
const MOST_ABOVE = 100;

/**
 * Takes one revision of a ballot. The same revision with the same content is harmless, even after the close: its sender
 * only missed the answer. A lower, differing or leaping one is refused with the newest revision, whichever claim stored
 * that, so that the phone can number on from it; but where a paper ballot was counted that the phone did not know of, the
 * person is asked, not the numbering.
 */
export function castBallot(world: DecidingWorld, command: CastBallot): Decision {
  const { meeting, box } = world;
  const round = meeting.rounds.get(command.round);
  if (!round) return refuse({ code: 'not-in-round' });
  const { attempt, subject, seat, rev, choice, nonce } = command;
  const key = { round: round.id, attempt, matter: about(subject), seat };
  const before = box.revision(key, rev);
  if (before && sameChoice(before.ballot.choice, choice)) return accept([]);

  const flaw = castFlaw(world, round, command);
  if (flaw) return refuse(flaw);
  if (paperAbove(meeting, box, key, rev)) return refuse({ code: 'paper-counted' });
  const newest = box.newest(key)?.ballot.rev ?? 0;
  if (rev <= newest) return refuse({ code: 'older-revision', newest });
  if (rev > newest + MOST_ABOVE) return refuse({ code: 'revision-leaps', newest });
  return accept(
    [],
    [],
    [keep({ ...key, salt: saltOf(box, key, command.salt), rev, choice, nonce })],
  );
}

/** What hides the voter in a ballot's text: a fresh salt for the first of this seat on this matter, and that one again. */
export function saltOf(box: BoxView, key: BallotKey, fresh: string): string {
  const newest = box.newest(key)?.ballot;
  return newest && 'salt' in newest ? newest.salt : fresh;
}

/** Why this choice of this seat would not be taken now, or null. */
export function castFlaw(
  world: Judged,
  round: Round,
  command: Pick<CastBallot, 'seat' | 'attempt' | 'subject' | 'choice'>,
): Refusal | null {
  const seat = world.meeting.seats.get(command.seat);
  if (!seat?.present) return { code: seat?.gone === 'left' ? 'seat-left' : 'not-checked-in' };
  return choiceFlaw(world, round, seat, command);
}

/** The same of a choice that was given while its seat was present, wherever its holder went since. */
export function choiceFlaw(
  { meeting, box }: Judged,
  round: Round,
  seat: Seat,
  command: Pick<CastBallot, 'attempt' | 'subject' | 'choice'>,
): Refusal | null {
  const attempt = lastAttempt(round);
  // Whoever was erased from the box would count twice, and who votes now would never be.
  if (attempt.n !== command.attempt || attempt.phase !== 'open' || meeting.erasedAt !== null)
    return { code: 'round-closed' };
  if (!subjectsOf(meeting, round).includes(command.subject)) return { code: 'not-in-round' };
  if (isRecused(meeting, seat, command.subject)) return { code: 'recused' };
  const form = formFor(meeting, round, seat, command.subject);
  if (!form) return { code: 'not-in-round' };
  const { choice, subject } = command;
  if (choice.kind === 'abstain') return null;
  const flaw = checkScores(form, choice.scores);
  if (flaw !== null)
    return { code: flaw === 'incomplete' ? 'ballot-incomplete' : 'ballot-invalid' };
  const broken = limitBroken(meeting, box, round, seat, subject, form, choice.scores);
  return broken && { code: broken.kind === 'top' ? 'top-given' : 'totals-alike', n: broken.most };
}
