// What one ballot is about, with all that the page needs to show it again after a reload or the close.
import type { Choice } from '../../../shared/ballots/ballot.ts';
import type { RoundId, SubjectId } from '../../../shared/ids.ts';
import type { Sheet } from '../../../shared/scoring/sheet.ts';
import type { Ordinal, SubjectCard } from '../../../shared/views/cards.ts';
import type { MyBallot, OpenRound } from '../../../shared/views/panel-slices.ts';

export interface Target {
  readonly round: RoundId;
  readonly attempt: number;
  readonly subject: SubjectCard;
  readonly sheet: Sheet;
  readonly ordinal: Ordinal | null;
}

/** Equal for the same subject in the same round and attempt. */
export function keyOf(about: {
  readonly round: RoundId;
  readonly attempt: number;
  readonly subject: { readonly id: SubjectId };
}): string {
  return `${about.round}/${about.attempt}/${about.subject.id}`;
}

/** Everything that takes ballots in these rounds, oldest round first. */
export function openTargets(rounds: readonly OpenRound[]): readonly Target[] {
  return rounds.flatMap(({ round, attempt, subjects, sheet, ordinal }) =>
    subjects.map((subject) => ({ round, attempt, subject, sheet, ordinal })),
  );
}

/** The newest of these ballots for this key. */
export function ballotFor(ballots: readonly MyBallot[], key: string): MyBallot | null {
  return ballots.reduce<MyBallot | null>(
    (newest, ballot) =>
      keyOf(ballot) === key && ballot.rev >= (newest?.rev ?? 0) ? ballot : newest,
    null,
  );
}

export function sameChoice(a: Choice, b: Choice): boolean {
  if (a.kind === 'abstain' || b.kind === 'abstain') return a.kind === b.kind;
  const left = Object.entries(a.scores);
  const right = new Map(Object.entries(b.scores));
  return left.length === right.size && left.every(([id, score]) => right.get(id) === score);
}
