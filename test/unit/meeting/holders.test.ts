// Tickets belong to holders: a reviewer or a unit, also where both have one id. No command gives a unit any so far.
import { expect, it } from 'vitest';
import type { Holder } from '../../../shared/meeting/people.ts';
import { CLERK, reviewerId, seated, subjectId } from '../../builders.ts';

const UNIT: Holder = { kind: 'subject', id: subjectId('U1') };
const PERSON: Holder = { kind: 'reviewer', id: reviewerId('R1') };

it('a unit’s ticket is issued, swapped and revoked beside those of reviewers', () => {
  const play = seated();
  play.record({ type: 'TicketsIssued', holders: [UNIT] }, CLERK);
  expect(play.meeting.tickets.get('subject/U1')).toMatchObject({ issue: 1, revoked: false });
  expect(play.meeting.tickets.get('reviewer/R1')?.issue).toBe(1);
  play.record({ type: 'TicketsIssued', holders: [UNIT, PERSON] }, CLERK);
  expect(play.meeting.tickets.get('subject/U1')?.holds).toEqual({
    printedFor: 'subject/U1',
    issue: 2,
  });
  play.record({ type: 'TicketsSwapped', a: UNIT, b: PERSON }, CLERK);
  expect(play.meeting.tickets.get('reviewer/R1')?.holds.printedFor).toBe('subject/U1');
  play.record({ type: 'TicketRevoked', holder: UNIT }, CLERK);
  expect(play.meeting.tickets.get('subject/U1')?.revoked).toBe(true);
  expect(play.meeting.tickets.get('reviewer/R1')?.revoked).toBe(false);
});

it('a unit comes in and goes like a reviewer', () => {
  const play = seated();
  play.record({ type: 'ReviewerArrived', holder: UNIT }, CLERK);
  expect([...play.meeting.arrived.keys()]).toEqual(['subject/U1']);
  play.record({ type: 'ReviewerWentAway', holder: UNIT }, CLERK);
  expect(play.meeting.arrived.size).toBe(0);
  expect([...play.meeting.away]).toEqual(['subject/U1']);
});

it('a reviewer and a unit of one id hold tickets of their own', () => {
  const play = seated();
  play.staff({
    type: 'ImportSubjects',
    source: 'units.csv',
    entries: [{ id: subjectId('R1'), kind: 'unit', name: '同号单位', category: '区级部门' }],
  });
  play.record(
    { type: 'TicketsIssued', holders: [{ kind: 'subject', id: subjectId('R1') }] },
    CLERK,
  );
  const seat = [...play.meeting.seats.values()].find(({ holder }) => holder.id === 'R1');
  // A device that came with the reviewer's own ticket stays.
  expect(seat).toMatchObject({ claim: 1, present: true });
  expect(play.meeting.tickets.get('subject/R1')?.issue).toBe(1);
});
