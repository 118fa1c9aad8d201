// A title and some lines on the screen: a break, a speech, the next session.
import { INVALID, BY_ITSELF, type ItemKind } from '../kind.ts';

export const card: ItemKind<'card'> = {
  ...BY_ITSELF,
  body: (f) => ({ title: f.name, text: f.paragraph }),
  usual: (id, { titles }) => ({ id, kind: 'card', title: titles.card, text: '' }),
  flaw: (_, { title }) => (title.trim() === '' ? INVALID : null),
  titled: true,
};
