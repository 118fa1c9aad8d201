// A closed attempt of a meeting as a case of RESULTS.md §11, made of its ballots and of nothing that was computed.
import type { SubjectId } from '../shared/ids.ts';
import { isRecused } from '../shared/meeting/recusals.ts';
import { schemeOf } from '../shared/meeting/rounds.ts';
import type { Attempt, Round } from '../shared/meeting/round.ts';
import { exactVersion } from '../shared/meeting/versions.ts';
import type { Play } from './builders.ts';
import type { Ballot } from './second/case.ts';

export type Counted = Exclude<Attempt, { readonly phase: 'open' }>;

/** @param only counts with weight 1 and all others with none, so that the score is that group's value as it counts */
export function caseOf({ meeting, box }: Play, round: Round, attempt: Counted, only?: string) {
  const { terms } = attempt;
  const { spread, centre, emptyGroup, belowFloor, floor } = schemeOf(meeting, attempt);
  const alone = terms.weights.find(({ group }) => group === only);
  const subjects = attempt.closing.turnout.map(({ subject }) => subject);
  const about = new Set<string>(subjects);
  const ballots = [...box.kept(round.id, attempt.n)]
    .map(({ ballot }) => ballot)
    .sort((a, b) => a.rev - b.rev)
    .flatMap(({ seat: id, matter, choice }): readonly Ballot[] => {
      const seat = id === null ? undefined : meeting.seats.get(id);
      // What a recusal or another round took away does not count, and a case has no place for it.
      if (!seat || matter.kind !== 'subject' || !about.has(matter.id)) return [];
      if (isRecused(meeting, seat, matter.id)) return [];
      if (choice.kind !== 'scores') return [[seat.id, matter.id, 'abstain']];
      const marks = Object.entries(choice.scores).map(([line, mark]) => [line, String(mark)]);
      return [[seat.id, matter.id, Object.fromEntries(marks) as Record<string, string>]];
    });
  return {
    name: round.id,
    subjects: subjects.map((id) => ({ id, category: meeting.subjects.get(id)?.category ?? '' })),
    groups: terms.weights.map(({ group, weight }) => ({
      id: group,
      weight: only === undefined ? weight : group === only ? '1' : '0',
    })),
    seats: [...meeting.seats.values()].map(({ id, group, holder }) => ({
      ...{ id, group },
      recusals: subjects.filter((subject) => recuses(meeting, holder.id, subject)),
    })),
    sheets: terms.form.sheets.map(({ sheet }) => {
      const { id, name, children } = exactVersion(meeting.sheets, sheet);
      return { id, name, children };
    }),
    rounds: [
      {
        ...{ id: 'round', subjects, ballots },
        sheets: terms.form.sheets.map(({ sheet, ...choice }) => ({ ...choice, sheet: sheet.id })),
      },
    ],
    scheme: {
      ...{ spread, centre, emptyGroup, floor },
      // By itself the group has weight, and a floor that takes it out only where it had some.
      belowFloor: alone && Number(alone.weight) === 0 ? 'count' : belowFloor,
    },
    result: {
      tree: {
        ...{ id: 'root', name: 'root', combine: 'weighted', missing: 'incomplete' },
        children: [{ id: 'meeting', name: 'meeting', weight: '1', source: { rounds: ['round'] } }],
      },
      tieBreak: [],
    },
  };
}

function recuses({ pool }: Play['meeting'], holder: string, subject: SubjectId): boolean {
  for (const [id, { recusals }] of pool) if (id === holder) return recusals.includes(subject);
  return false;
}
