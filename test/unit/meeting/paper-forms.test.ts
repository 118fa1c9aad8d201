// What paper ballots are printed for: the rounds that take ballots or still will, never a sealed one (RULES.md §4).
import { expect, it } from 'vitest';
import type { Item } from '../../../shared/meeting/agenda/item.ts';
import { paperForms } from '../../../shared/views/console/paper-forms.ts';
import { itemId, roundId, seated, subjectId, type Play } from '../../builders.ts';

const score = (unit: string, secrecy: 'named' | 'sealed'): Item => ({
  ...{ id: itemId(unit), kind: 'score', subjects: [subjectId(unit)], secrecy },
  ...{ sheet: 'live', disclosure: 'live', seconds: 60 },
});

function planned(): Play {
  const written: Item = {
    ...{ id: itemId('w'), kind: 'written', subjects: 'rest' },
    ...{ sheet: 'live', disclosure: 'hidden' },
  };
  return seated({ units: 6 }).staff({
    type: 'SetAgenda',
    items: [score('U1', 'named'), score('U2', 'sealed'), written, score('U3', 'named')],
  });
}

const said = (play: Play) =>
  paperForms(play.meeting).map(
    ({ item, kind, attempt, subjects }) => `${item} ${kind} ${String(attempt)} ${subjects.join()}`,
  );

it('lists what is ahead in the agenda’s order, the written round with all that it will be about', () => {
  expect(said(planned())).toEqual(['U1 live 1 U1', 'w written 1 U4,U5,U6', 'U3 live 1 U3']);
});

it('leaves out what was skipped, and a unit that takes no part', () => {
  const play = planned()
    .staff({ type: 'SkipItem', item: itemId('U3'), reason: 'ill' })
    .staff({ type: 'WithdrawSubject', subject: subjectId('U5'), reason: 'dissolved' });
  expect(said(play)).toEqual(['U1 live 1 U1', 'w written 1 U3,U4,U6']);
});

it('an open round has its form with its attempt and its own sheet; a closed one has none', () => {
  const play = planned()
    .staff({ type: 'EnterItem', item: itemId('U1') })
    .staff({ type: 'OpenRound', item: itemId('U1') });
  expect(said(play)[0]).toBe('U1 live 1 U1');
  play.staff({ type: 'CloseRound', round: roundId('U1') });
  expect(said(play)[0]).toBe('w written 1 U4,U5,U6');
  play.staff({ type: 'RevealRound', round: roundId('U1') });
  play.staff({ type: 'RepeatRound', round: roundId('U1'), reason: 'network' });
  expect(said(play)[0]).toBe('U1 live 2 U1');
});
