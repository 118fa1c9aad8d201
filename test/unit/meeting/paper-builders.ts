// What the tests of paper ballots are made of: for unit U1 of the item `score`.
import type { Choice } from '../../../shared/ballots/ballot.ts';
import type { PaperId } from '../../../shared/ids.ts';
import type { StaffCommand, StaffCommandOf } from '../../../shared/meeting/commands.ts';
import { SECOND_CLERK, roundId, seatId, subjectId, type Play } from '../../builders.ts';

/** The first typing. */
export function entering(seat: string, choice: Choice): StaffCommandOf<'EnterPaper'> {
  return {
    type: 'EnterPaper',
    seat: seatId(seat),
    round: roundId('score'),
    attempt: 1,
    subject: subjectId('U1'),
    choice,
  };
}

export function enter(play: Play, seat: string, choice: Choice): Play {
  return play.staff(entering(seat, choice));
}

export function confirming(play: Play, choice: Choice): StaffCommand {
  const paper = [...play.meeting.papers.keys()].at(-1) ?? ('P0' as PaperId);
  return { type: 'ConfirmPaper', paper, choice };
}

export function confirm(play: Play, choice: Choice): Play {
  return play.staff(confirming(play, choice), SECOND_CLERK);
}
