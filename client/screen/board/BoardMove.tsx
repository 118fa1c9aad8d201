// The end of a live scoring: its unit climbs to its place among those revealed so far.
import { TEN } from '../../../shared/meeting/board-places.ts';
import type { BoardSlice } from '../../../shared/views/slices/number-slices.ts';
import type { SubjectId } from '../../../shared/ids.ts';
import { BoardList } from './BoardList.tsx';

export function BoardMove({
  board,
  subject,
  staged,
}: {
  readonly board: BoardSlice;
  readonly subject: SubjectId;
  /** Plays the motion; false where the page was opened after it. */
  readonly staged: boolean;
}) {
  const place = board.rows.findIndex((row) => row.subject.id === subject);
  return (
    <BoardList
      {...{ board, staged }}
      category={null}
      page={Math.floor(Math.max(0, place) / TEN)}
      climbs
    />
  );
}
