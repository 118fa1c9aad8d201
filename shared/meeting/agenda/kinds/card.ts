// A title and some lines on the screen: a break, a speech, the next session.
import { INVALID, type ItemKind } from '../kind.ts';

export const card: ItemKind<'card'> = {
  body: (f) => ({ title: f.name, text: f.paragraph }),
  usual: (id, { cardTitle }) => ({ id, kind: 'card', title: cardTitle, text: '' }),
  flaw: (_, { title }) => (title.trim() === '' ? INVALID : null),
  subject: () => undefined,
  presents: false,
  withinTurn: () => false,
  subjects: () => [],
  cells: () => [],
  renamed: (item) => item,
  sheet: () => null,
  seconds: () => null,
  scoring: () => null,
  drawing: () => null,
  board: () => null,
  holds: () => null,
  over: () => false,
};
