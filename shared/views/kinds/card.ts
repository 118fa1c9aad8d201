// A title and some lines.
import { shownResults } from '../../meeting/results.ts';
import { NOTHING_COUNTED, type KindView } from './kind.ts';

export const card: KindView<'card'> = {
  stage: ({ meeting }, { id, title, text }) => ({
    ...{ kind: 'card', title, text },
    closing:
      meeting.agenda.at(-1)?.id === id &&
      (meeting.draws.length > 0 || shownResults(meeting).length > 0),
  }),
  step: (_seen, _item, { onward }) => onward(),
  progress: () => NOTHING_COUNTED,
  title: (_, { title }) => title,
  fills: () => null,
};
