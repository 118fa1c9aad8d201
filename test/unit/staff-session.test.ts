// When staff are warned that their session ends: in time, and of the end that use can move and the one that it cannot.
import { describe, expect, it } from 'vitest';
import { sessionStanding, sessionTimes } from '../../shared/staff-session.ts';

const HOUR = 3600 * 1000;
const DAY = 24 * HOUR;

describe('a session that was used', () => {
  it('ends twelve hours later, and a week after it began', () => {
    expect(sessionTimes(0, 5 * HOUR)).toEqual({ endsAt: 17 * HOUR, latest: 7 * DAY });
    expect(sessionTimes(0, 7 * DAY - HOUR)).toEqual({ endsAt: 7 * DAY, latest: 7 * DAY });
  });

  it.each([
    [0, { kind: 'quiet', until: 11 * HOUR }],
    [11 * HOUR - 1, { kind: 'quiet', until: 11 * HOUR }],
    [11 * HOUR, { kind: 'unused', at: 12 * HOUR, isNear: true }],
    [12 * HOUR - 1, { kind: 'unused', at: 12 * HOUR, isNear: true }],
    [12 * HOUR, { kind: 'over' }],
  ])('at the beginning of its week stands so after %i ms', (now, standing) => {
    expect(sessionStanding(sessionTimes(0, 0), now)).toEqual(standing);
  });

  it.each([
    [7 * DAY - 13 * HOUR, { kind: 'quiet', until: 7 * DAY - 12 * HOUR }],
    [7 * DAY - 12 * HOUR, { kind: 'last', at: 7 * DAY, isNear: false }],
    [7 * DAY - HOUR, { kind: 'last', at: 7 * DAY, isNear: true }],
    [7 * DAY - 1, { kind: 'last', at: 7 * DAY, isNear: true }],
    [7 * DAY, { kind: 'over' }],
  ])('at the end of its week, used just now, stands so after %i ms', (now, standing) => {
    expect(sessionStanding(sessionTimes(0, now), now)).toEqual(standing);
  });

  it('the nearer end is said first', () => {
    const times = sessionTimes(0, 7 * DAY - 15 * HOUR);
    expect(sessionStanding(times, 7 * DAY - 3.5 * HOUR)).toMatchObject({ kind: 'unused' });
  });
});
