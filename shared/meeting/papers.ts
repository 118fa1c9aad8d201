// Paper ballots beside those of phones: which one is newer, and which still wait for the second person.
import { about, matterText, type Ballot, type BallotKey } from '../ballots/ballot.ts';
import type { BoxView } from '../ballots/box-index.ts';
import { subjectsOf } from './agenda/participation.ts';
import { lastAttempt } from './rounds.ts';
import { isRecused } from './recusals.ts';
import type { PaperBallot, Seat } from './people.ts';
import type { Round } from './round.ts';
import type { Meeting } from './state.ts';

/**
 * How far a paper's revision stands above the newest one that the seat had when the paper was entered. A phone without
 * network numbers on by ones: whatever it holds from before the paper is counted stays below, and only a phone that has
 * been told of the paper numbers on from it.
 */
export const PAPER_STEP = 1000;

/** The revision that a paper ballot has once it is confirmed. */
export function paperRevision({ after }: Pick<PaperBallot, 'after'>): number {
  return Math.min(after + PAPER_STEP, Number.MAX_SAFE_INTEGER);
}

export function paperKey({ round, attempt, subject, seat }: PaperBallot): BallotKey {
  return { round, attempt, matter: about(subject), seat };
}

/**
 * Whether a ballot of the same seat came after this paper was entered. That one is the newer: the paper can count only
 * if it is entered again.
 */
export function isOvertaken(box: BoxView, paper: PaperBallot): boolean {
  const newest = box.newest(paperKey(paper))?.ballot.rev ?? 0;
  return newest > paper.after || newest >= paperRevision(paper);
}

/** Whether a paper of this seat, once entered, can count: its holder was here then, unless the desk took that back. */
export function wasHandedIn({ present, gone }: Seat): boolean {
  return present || gone !== null;
}

/** Whether this ballot is what the desk typed from that paper. */
export function isFrom(paper: PaperBallot, ballot: Ballot): boolean {
  return paper.phase === 'confirmed' && isOf(paper, ballot) && paperRevision(paper) === ballot.rev;
}

/** A paper of this ballot that counts, or counted, and that a phone sending this revision did not know of. */
export function paperAbove(
  { papers }: Meeting,
  box: BoxView,
  key: BallotKey,
  rev: number,
): PaperBallot | undefined {
  return [...papers.values()].find(
    (paper) =>
      paper.phase === 'confirmed' &&
      isOf(paper, key) &&
      paperRevision(paper) >= rev &&
      // Before papers stood above, theirs was the next revision, which any phone numbers on from.
      box.revision(key, paperRevision(paper)) !== undefined,
  );
}

/** What was entered for a round's last attempt and would count, were it confirmed now. */
export function waitingPapers(
  meeting: Meeting,
  box: BoxView,
  round: Round,
): readonly PaperBallot[] {
  const { n } = lastAttempt(round);
  const subjects = new Set(subjectsOf(meeting, round));
  return [...meeting.papers.values()].filter((paper) => {
    const seat = meeting.seats.get(paper.seat);
    return (
      paper.phase === 'entered' &&
      paper.round === round.id &&
      paper.attempt === n &&
      subjects.has(paper.subject) &&
      seat !== undefined &&
      wasHandedIn(seat) &&
      !isRecused(meeting, seat, paper.subject) &&
      !isOvertaken(box, paper)
    );
  });
}

function isOf(paper: PaperBallot, key: Pick<Ballot, keyof BallotKey>): boolean {
  return (
    paper.seat === key.seat &&
    paper.round === key.round &&
    paper.attempt === key.attempt &&
    paper.subject === matterText(key.matter)
  );
}

/** Whether a ballot has come for a round's last attempt, or waits on paper, whatever would become of it. */
export function isBegun({ papers }: Meeting, box: BoxView, round: Round): boolean {
  const { n } = lastAttempt(round);
  if (box.holds(round.id, n)) return true;
  return [...papers.values()].some(
    (paper) => paper.phase === 'entered' && paper.round === round.id && paper.attempt === n,
  );
}
