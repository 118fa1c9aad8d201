// The results that stand, down to the ballots that they count, for what is computed about the panel's judgement (RESULTS.md §10).
import { formOfGroup } from '../../meeting/forms.ts';
import { standingResults, type Revealed } from '../../meeting/results.ts';
import { schemeOf } from '../../meeting/rounds.ts';
import type { RevealedMeeting, RevealedSubject } from '../../results/certainty/permitted.ts';
import { storedDecimal } from '../../scoring/stored-decimal.ts';
import type { Steps } from '../../steps.ts';
import type { Seen } from '../seen.ts';
import { countedBallots } from './counted-ballots.ts';

/**
 * A subject in each step: the ballots of thousands are read. Nothing that is not revealed and shown is in it (R6).
 *
 * @param headAt the head of the log after the event of a number, 64 hex digits
 */
export function* revealedMeeting(
  seen: Seen,
  headAt: (seq: number) => string,
): Steps<RevealedMeeting> {
  const { meeting } = seen;
  const standing = standingResults(meeting);
  const subjects: RevealedSubject[] = [];
  for (const one of standing) {
    subjects.push(revealedSubject(seen, one));
    yield;
  }
  const last = Math.max(0, ...standing.map(({ revealed }) => revealed));
  return {
    subjects,
    groups: meeting.groups.map(({ id }) => id),
    head: last === 0 ? '' : headAt(last),
  };
}

function revealedSubject(seen: Seen, one: Revealed): RevealedSubject {
  const { meeting } = seen;
  const { attempt, result, disclosure } = one;
  const round = meeting.rounds.get(one.round);
  if (!round) throw new Error(`no round ${one.round}`);
  const category = meeting.subjects.get(result.subject)?.category;
  const groups = result.groups.map((group) => {
    const form = formOfGroup(meeting, attempt.terms, group.group, category);
    return {
      id: group.group,
      weight: storedDecimal(group.weight),
      ballots: form ? countedBallots(seen, one, group, form) : [],
      counted: group.counted,
    };
  });
  return {
    ...{ id: result.subject, category: category ?? '', kind: round.kind, secrecy: round.secrecy },
    rules: schemeOf(meeting, attempt),
    withheld: disclosure.withheld.length > 0,
    erased:
      meeting.erasedAt !== null ||
      groups.some(({ ballots, counted }) => ballots.length !== counted),
    groups: groups.map(({ id, weight, ballots }) => ({
      ...{ id, weight },
      ballots: ballots.map(({ seat, total }) => ({ seat, total })),
    })),
  };
}
