// [R14] When people's names may be erased: the console and the server ask the same question of the meeting's own day.
import { expect, it } from 'vitest';
import { isRetentionOver } from '../../../shared/meeting/retention.ts';
import { created } from '../../builders.ts';

const day = { retainUntil: '2027-11-21' };

it.each([
  // The day after begins at midnight of the zone: eight hours ahead, in UTC, five hours behind, and the farthest ones.
  ['Asia/Shanghai', Date.UTC(2027, 10, 21, 16)],
  ['UTC', Date.UTC(2027, 10, 22)],
  ['America/New_York', Date.UTC(2027, 10, 22, 5)],
  ['Pacific/Kiritimati', Date.UTC(2027, 10, 21, 10)],
  ['Pacific/Pago_Pago', Date.UTC(2027, 10, 22, 11)],
  // A zone that is not known here is taken for the last one on earth.
  ['Mars/Olympus', Date.UTC(2027, 10, 22, 12)],
])('in %s the last day ends at its own midnight', (zone, midnight) => {
  expect(isRetentionOver({ ...day, zone }, midnight - 1)).toBe(false);
  expect(isRetentionOver({ ...day, zone }, midnight)).toBe(true);
  expect(isRetentionOver({ ...day, zone }, midnight + 800 * 86_400_000)).toBe(true);
});

it('the server erases from that moment on, and not before', () => {
  const play = created();
  play.now = Date.UTC(2027, 10, 21, 16) - 1;
  expect(play.decide({ type: 'ErasePeople' })).toMatchObject({
    refusal: { code: 'retention-not-over', until: '2027-11-21' },
  });
  play.now += 1;
  expect(play.decide({ type: 'ErasePeople' })).toMatchObject({
    events: [{ type: 'PeopleErased' }],
  });
});
