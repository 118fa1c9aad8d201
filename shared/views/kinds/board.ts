// The standings, of all or of one category.
import { boardPage, boardRows } from '../../meeting/boards.ts';
import { boardStep } from '../console/board-step.ts';
import { shownCategory } from '../seen.ts';
import { NOTHING_COUNTED, type KindView } from './kind.ts';

export const board: KindView<'board'> = {
  stage: ({ meeting }, item) => {
    const board = boardRows(meeting, item);
    if (!board) throw new Error(`no board: ${item.id}`);
    const { category, page, n } = boardPage(meeting, board);
    return {
      kind: 'board',
      category: category === 'all' ? null : shownCategory(meeting, category),
      page,
      n,
    };
  },
  step: (seen, item, steps) => boardStep(seen, item, steps),
  progress: () => NOTHING_COUNTED,
  title: ({ meeting }, { category }) =>
    meeting.categories.find(({ id }) => id === category)?.name ?? '',
  fills: () => 'no-board',
};
