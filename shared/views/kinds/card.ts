// A title and some lines.
import { NOTHING_COUNTED, type KindView } from './kind.ts';

export const card: KindView<'card'> = {
  stage: (_, { title, text }) => ({ kind: 'card', title, text }),
  step: (_seen, _item, { onward }) => onward(),
  progress: () => NOTHING_COUNTED,
  title: (_, { title }) => title,
  fills: () => null,
};
