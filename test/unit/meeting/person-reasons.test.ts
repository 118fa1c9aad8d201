// [R14] What was said about a person is no part of the log, and goes with the people.
import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import { commitmentOf } from '../../../shared/meeting/world.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { actRow } from '../../../shared/views/console/acts.ts';
import { scores, seatId, voting, type Play } from '../../builders.ts';
import { enter } from './paper-builders.ts';

const WORDS = '突发心脏病，送医院';
const S1 = seatId('S001');

const backstage = {
  connected: new Set<never>(),
  recent: [],
  head: { seq: 0, hash: '', root: '' },
  staffName: (id: string) => id,
};
const lastAct = (play: Play) => actRow(play, backstage, play.log.at(-1)!.recorded).about;

function asked(command: StaffCommand): Play {
  const play = voting('hidden');
  if (command.type === 'DropPaper') enter(play, 'S001', scores(1, 2, 3, 4));
  return play.staff(command);
}

describe.each([
  [{ type: 'LeaveSeat', seat: S1, reason: ` ${WORDS} ` }],
  [{ type: 'DropPaper', paper: 'P1' as PaperId, reason: WORDS }],
] as const)('%o', (command) => {
  it('[R14] leaves a salted commitment in the log, and the words where names are', () => {
    const play = asked(command);
    expect(play.log.map(({ recorded }) => JSON.stringify(recorded)).join('\n')).not.toContain(
      WORDS,
    );
    const entry = [...play.directory.values()].find(({ kind }) => kind === 'reason');
    expect(entry?.name).toBe(WORDS);
    expect(play.log.at(-1)?.recorded.event).toMatchObject({
      reason: { id: entry?.id, commitment: commitmentOf(entry!) },
    });
  });

  it('the record shows them until people are erased, and then nothing is kept anew', () => {
    const play = asked(command);
    if (command.type === 'LeaveSeat') expect(lastAct(play)).toContain(WORDS);
    play.now = Date.UTC(2028, 0, 1);
    play.staff({ type: 'CloseRound', round: [...play.meeting.rounds.keys()][0]! });
    play.staff({ type: 'ErasePeople' });
    expect(JSON.stringify([...play.directory.values()])).not.toContain(WORDS);
    play.staff({ type: 'LeaveSeat', seat: seatId('S002'), reason: '也要走' });
    expect(lastAct(play)).toBe('R2');
  });
});
