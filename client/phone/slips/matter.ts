// What one ballot is about, with all that the page needs to show it again after a reload or the close.
import type { Choice } from '../../../shared/ballots/ballot.ts';
import type { GroupId, RoundId, SubjectId } from '../../../shared/ids.ts';
import { formAt } from '../../../shared/meeting/round-forms.ts';
import type { Form } from '../../../shared/scoring/form.ts';
import type { Ordinal, ShownSubject } from '../../../shared/views/slices/shown.ts';
import type { MyBallot, OpenRound } from '../../../shared/views/slices/panel-slices.ts';

export interface Target {
  readonly round: RoundId;
  readonly attempt: number;
  readonly subject: ShownSubject;
  readonly sheet: Form;
  readonly ordinal: Ordinal | null;
}

/** The matter's key: equal for the same subject in the same round and attempt. */
export function matterOf(about: {
  readonly round: RoundId;
  readonly attempt: number;
  readonly subject: { readonly id: SubjectId };
}): string {
  return `${sheetKey(about)}/${about.subject.id}`;
}

/** Where `sheets` holds the forms of a ballot's or an open round. */
export function sheetKey(about: { readonly round: string; readonly attempt: number }): string {
  return `${about.round}/${about.attempt}`;
}

/** Everything that takes ballots of this group in these rounds, oldest round first. */
export function openTargets(rounds: readonly OpenRound[], group: GroupId): readonly Target[] {
  return rounds.flatMap((open) =>
    open.subjects.flatMap((subject) => {
      const sheet = formAt(open, group, subject.category.id);
      const { round, attempt, ordinal } = open;
      return sheet ? [{ round, attempt, subject, sheet, ordinal }] : [];
    }),
  );
}

/** The newest of these ballots for each matter; of equal revisions the later in the list. */
export function newestOf(ballots: readonly MyBallot[]): ReadonlyMap<string, MyBallot> {
  const newest = new Map<string, MyBallot>();
  for (const ballot of ballots) {
    const key = matterOf(ballot);
    if ((newest.get(key)?.rev ?? 0) <= ballot.rev) newest.set(key, ballot);
  }
  return newest;
}

export function ballotFor(ballots: readonly MyBallot[], matter: string): MyBallot | null {
  return newestOf(ballots).get(matter) ?? null;
}

export function sameChoice(a: Choice, b: Choice): boolean {
  if (a.kind === 'abstain' || b.kind === 'abstain') return a.kind === b.kind;
  const left = Object.entries(a.scores);
  const right = new Map(Object.entries(b.scores));
  return left.length === right.size && left.every(([id, score]) => right.get(id) === score);
}
