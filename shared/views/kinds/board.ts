// The standings, of all or of one category.
import { shownCategory } from '../seen.ts';
import { NOTHING_COUNTED, type KindView } from './kind.ts';

export const board: KindView<'board'> = {
  /** What the moderator turned the board to, else the item's own setting; null for all. */
  stage: ({ meeting }, item) => {
    const category = meeting.boardCategory ?? item.category ?? 'all';
    return {
      kind: 'board',
      category: category === 'all' ? null : shownCategory(meeting, category),
    };
  },
  step: (_seen, _item, { onward }) => onward(),
  progress: () => NOTHING_COUNTED,
  title: ({ meeting }, { category }) =>
    meeting.categories.find(({ id }) => id === category)?.name ?? '',
  fills: () => 'no-board',
};
