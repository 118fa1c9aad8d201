// When a meeting that nobody has open must be opened all the same: the next instant at which something is due in it.
import { describe, expect, it } from 'vitest';
import { deadlineOf, nextDue } from '../../../shared/meeting/due.ts';
import { endOfRetention, isRetentionOver } from '../../../shared/meeting/retention.ts';
import { created, itemId, voting } from '../../builders.ts';

describe('the end of the retention', () => {
  it.each(['Asia/Shanghai', 'UTC', 'America/New_York', 'Pacific/Kiritimati', 'Mars/Olympus'])(
    '[R14] in %s is the first instant at which names may be erased',
    (zone) => {
      const meeting = { ...created().meeting, zone };
      const end = endOfRetention(meeting);
      expect([isRetentionOver(meeting, end - 1), isRetentionOver(meeting, end)]).toEqual([
        false,
        true,
      ]);
      expect(nextDue(meeting, end - 1)).toBe(end);
      // Once is enough: a meeting whose names nobody erases is not opened for that at every start.
      expect(nextDue(meeting, end)).toBeNull();
      expect(nextDue({ ...meeting, erasedAt: 1 }, end - 1)).toBeNull();
    },
  );
});

describe('a round that closes by itself', () => {
  const play = voting('hidden');
  const { meeting } = play;
  const [round] = [...meeting.rounds.values()];
  const item = round?.item ?? itemId('');
  const running = { item, totalSeconds: 60, phase: 'running', endsAt: play.now + 60_000 } as const;
  const agenda = meeting.agenda.map((one) =>
    one.id === item && one.kind === 'score' ? { ...one, closes: 'itself' as const } : one,
  );

  it('is due when its countdown stands at zero, and until it is closed', () => {
    const on = { ...meeting, agenda, countdown: running };
    expect(deadlineOf(on)).toEqual({
      at: running.endsAt,
      command: { type: 'CloseAtZero', round: round?.id, attempt: 1 },
    });
    expect(nextDue(on, play.now)).toBe(running.endsAt);
    expect(nextDue(on, running.endsAt + 86_400_000)).toBe(running.endsAt);
  });

  it('is not due while its clock is stopped, nor where a person closes it', () => {
    const stopped = { item, totalSeconds: 60, phase: 'stopped', leftMs: 1000 } as const;
    expect(deadlineOf({ ...meeting, agenda, countdown: stopped })).toBeNull();
    expect(deadlineOf({ ...meeting, countdown: running })).toBeNull();
    expect(nextDue({ ...meeting, countdown: running }, play.now)).toBe(endOfRetention(meeting));
  });
});
