// Which groups would count as if they had no ballot, were a round closed now: by how many came, never by what is in them (R6).
import type { GroupId, SubjectId } from '../../ids.ts';
import { subjectsOf } from '../../meeting/agenda/participation.ts';
import { formOfJudges, isExpected } from '../../meeting/forms.ts';
import { lastAttempt, schemeOf } from '../../meeting/rounds.ts';
import type { Round } from '../../meeting/round.ts';
import type { Meeting } from '../../meeting/state.ts';
import { lackingAt } from '../../scoring/floor.ts';
import { storedDecimal } from '../../scoring/stored-decimal.ts';
import type { Seen } from '../seen.ts';
import type { ShortGroups } from '../slices/next-step.ts';

/** null where the scheme counts every ballot, or no group is short. An abstention is a ballot here: which are is not known yet. */
export function shortGroups(
  { meeting, book }: Pick<Seen, 'meeting' | 'book'>,
  round: Round,
): ShortGroups | null {
  const attempt = lastAttempt(round);
  const scheme = schemeOf(meeting, round);
  if (attempt.phase !== 'open' || scheme.belowFloor !== 'empty') return null;
  const subjects = subjectsOf(meeting, round);
  const counts = subjects.map((subject) =>
    ballotsByGroup(meeting, round, subject, book.of(round.id, attempt.n, subject).turnout),
  );
  const weighted = attempt.terms.weights.filter(({ weight }) => storedDecimal(weight).n > 0n);
  const groups = weighted.flatMap(({ group }) => {
    const short = counts.flatMap((one) => {
      const ballots = one.get(group);
      if (ballots === undefined) return [];
      const lacking = lackingAt(ballots, scheme);
      return lacking > 0 ? [{ ballots, lacking }] : [];
    });
    if (short.length === 0) return [];
    return [
      {
        id: group,
        name: meeting.groups.find(({ id }) => id === group)?.name ?? group,
        subjects: short.length,
        ballots: Math.min(...short.map(({ ballots }) => ballots)),
        lacking: Math.max(...short.map(({ lacking }) => lacking)),
      },
    ];
  });
  if (groups.length === 0) return null;
  const scoreless = subjects.filter((subject, n) => {
    const judges = weighted.filter(({ group }) =>
      formOfJudges(meeting, attempt.terms, group, subject),
    );
    const missing = ({ group }: (typeof weighted)[number]) =>
      lackingAt(counts[n]?.get(group) ?? 0, scheme) > 0;
    return scheme.emptyGroup === 'rescale' ? judges.every(missing) : judges.some(missing);
  }).length;
  return { floor: scheme.floor, of: subjects.length, scoreless, groups };
}

/** Ballots by group; groups of which nobody is there to give one are not in it. */
function ballotsByGroup(
  meeting: Meeting,
  round: Round,
  subject: SubjectId,
  turnout: ReadonlySet<string>,
): ReadonlyMap<GroupId, number> {
  const ballots = new Map<GroupId, number>();
  for (const seat of meeting.seats.values()) {
    const hasVoted = turnout.has(seat.id);
    if (!hasVoted && !(seat.present && isExpected(meeting, round, seat, subject))) continue;
    ballots.set(seat.group, (ballots.get(seat.group) ?? 0) + Number(hasVoted));
  }
  return ballots;
}
