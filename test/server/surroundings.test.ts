// What the readiness list is told of the machine: when a copy is late, which phones a rehearsal has seen.
import { describe, expect, it } from 'vitest';
import type { MeetingId } from '../../shared/ids.ts';
import type { BackupState } from '../../server/backup/backup.ts';
import type { KnownMeeting } from '../../server/cards.ts';
import { cardOf } from '../../server/meeting-card.ts';
import type { Hall } from '../../server/hall.ts';
import { surroundings, type SurroundingsParts } from '../../server/surroundings.ts';
import { reviewerId, seated, type Play } from '../builders.ts';

const NOW = Date.UTC(2026, 10, 21, 6);
const knownOf = ({ meeting }: Play): KnownMeeting => ({
  ...cardOf(meeting, true),
  ...{ id: meeting.id, code: meeting.code, file: '', due: null, seq: 1, hash: '', blank: false },
});
const hallOf = (play: Play) => ({ world: play.world }) as unknown as Hall;

function around(play: Play, backup: Partial<BackupState>, rehearsals: readonly Play[] = []) {
  const state = { enabled: true, folder: '/copies', ageMs: 0, failed: null, ...backup };
  const parts: SurroundingsParts = {
    halls: { known: () => [play, ...rehearsals].map(knownOf) },
    serverFile: { allStaff: () => [] },
    reach: () => ({ publicUrl: 'http://10.0.0.5:8080', lanUrls: [] }) as never,
    backup: { state: () => state },
    disk: { free: null, low: false, inPlace: true },
    clock: { now: () => NOW, aheadMs: () => 7 },
    simulation: { of: () => null, reportOf: () => null },
    beacon: { of: () => 'off' },
  };
  return surroundings(hallOf(play), parts);
}

describe('a copy', () => {
  it.each([
    [0, 'fresh'],
    [5000, 'fresh'],
    [5001, 'late'],
    [9900, 'late'],
  ])('%i ms behind is %s: five seconds are promised', (ageMs, standing) => {
    expect(around(seated(), { ageMs }).backup.standing).toBe(standing);
  });

  it('that fails or is not wanted says so', () => {
    expect(around(seated(), { failed: 'no-room' }).backup.standing).toBe('failed');
    expect(around(seated(), { enabled: false }).backup.standing).toBe('off');
  });
});

it('tells today, and what phones its rehearsals have seen', () => {
  const play = seated();
  const rehearsal = seated({}, 0);
  rehearsal.world = {
    ...rehearsal.world,
    meeting: {
      ...rehearsal.meeting,
      id: 'm2' as MeetingId,
      rehearsal: true,
      rehearsalOf: play.meeting.id,
    },
  };
  rehearsal.claim('R1');
  const address = 'http://10.0.0.5:8080';
  rehearsal.staff({ type: 'IssueTickets', reviewers: [reviewerId('R2')], address });
  rehearsal.claim('R2');
  const outside = around(play, {}, [rehearsal]);
  expect(outside).toMatchObject({ now: NOW, machineAheadMs: 7 });
  expect(outside.rehearsals).toMatchObject([{ held: false, phones: 1 }]);
});
