// A round whose sheet takes comments, and what seats say in it.
import type { SubjectId } from '../../../shared/ids.ts';
import type { Disclosure } from '../../../shared/meeting/agenda/item.ts';
import { openComments, type OpenComment } from '../../../shared/meeting/comments.ts';
import type { Decision } from '../../../shared/meeting/world.ts';
import { roundId, SALT, scores, scoring, seatId, type Cast, type Play } from '../../builders.ts';

/** `scoring`, with a sheet that takes comments and the round open. */
export function commenting(disclosure: Disclosure = 'hidden', cast?: Cast): Play {
  const play = scoring(disclosure, cast);
  return withComments(play).staff({ type: 'OpenRound', item: play.meeting.current! });
}

/** From now on the sheet takes comments. */
export function withComments(play: Play): Play {
  const { version: _, reason: __, ...sheet } = play.meeting.sheets.at(-1)!;
  return play.staff({ type: 'AdoptSheet', sheet: { ...sheet, comments: true } });
}

export function decideComment(
  play: Play,
  seat: string,
  words: string,
  where: { readonly attempt?: number; readonly subject?: SubjectId; readonly item?: string } = {},
): Decision {
  const { attempt = 1, item = 'score' } = where;
  return play.decideSeat({
    type: 'WriteComment',
    ...{ seat: seatId(seat), claim: play.meeting.seats.get(seatId(seat))?.claim ?? 0 },
    ...{ round: roundId(item), attempt, subject: where.subject ?? play.about(item)[0]!, words },
    salt: `${SALT}${String(play.meeting.seq)}`,
  });
}

/** Says it, as its phone does. */
export function comment(play: Play, seat: string, words: string): Play {
  const decision = decideComment(play, seat, words);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return play.commit(decision, { kind: 'seat', id: seatId(seat) }, 'WriteComment');
}

/** Scores and comments of these seats. */
export function commented(play: Play, said: Readonly<Record<string, string>>): Play {
  for (const [seat, words] of Object.entries(said)) {
    play.cast(seat, 'score', 1, scores(40, 20, 25, 15));
    if (words !== '') comment(play, seat, words);
  }
  return play;
}

export function revealed(play: Play): Play {
  play.staff({ type: 'CloseRound', round: roundId('score') });
  return play.staff({ type: 'RevealRound', round: roundId('score') });
}

/** The only one that says this. */
export function saying(play: Play, words: string): OpenComment {
  const found = openComments(play).filter((one) => one.words === words);
  if (found.length !== 1) throw new Error(`${String(found.length)} say ${words}`);
  return found[0]!;
}

/** One of the first seats for each group that has any, all with a ballot. */
export const ALL_OF_FIRST = ['S001', 'S002', 'S003', 'S004', 'S005', 'S006'];
