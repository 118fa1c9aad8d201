// The example's units and reviewers, put into a new meeting as a clerk would import them.
import type { ReviewerEntry, SubjectEntry } from '../../shared/meeting/commands/roster.ts';
import type { Hall, StaffActor } from '../hall.ts';
import { EXAMPLE_FILES, exampleFile } from '../example.ts';
import { readRoster, type RosterResult } from '../roster/read-roster.ts';
import { carryOut } from './carry-out.ts';

/** People's deputies, CPPCC members, enterprises, residents. */
const WEIGHTS = [30, 25, 20, 25];

/** Throws where one of the two files cannot be read: they are part of the server. */
export async function loadExample(hall: Hall, by: StaffActor): Promise<void> {
  const units = await exampleFile('subjects');
  const subjects = entriesOf<SubjectEntry>(
    readRoster({ kind: 'subjects', base64: units, choices: {} }) as RosterResult<SubjectEntry>,
  );
  await carryOut(hall, by, {
    type: 'ImportSubjects',
    source: EXAMPLE_FILES.subjects,
    entries: subjects,
  });
  const people = await exampleFile('reviewers');
  const reviewers = entriesOf<ReviewerEntry>(
    readRoster({
      kind: 'reviewers',
      base64: people,
      subjects,
      choices: {},
    }) as RosterResult<ReviewerEntry>,
  );
  await carryOut(hall, by, {
    type: 'ImportReviewers',
    source: EXAMPLE_FILES.reviewers,
    entries: reviewers,
  });
  const { groups } = hall.world.meeting;
  const weights = groups.map(({ id }, n) => ({ group: id, weight: WEIGHTS[n] ?? 1 }));
  await carryOut(hall, by, { type: 'SetWeights', weights });
}

function entriesOf<Entry>({ reading }: RosterResult<Entry>): readonly Entry[] {
  if (!reading.ok) throw new Error(`the example does not read: ${JSON.stringify(reading)}`);
  return reading.entries;
}
