// The phone of a unit that has no seat: its own report, what is on, its own result. Nothing that viewers do not see (R6).
import type { SubjectId } from '../../ids.ts';
import { itemById } from '../../meeting/agenda/items.ts';
import { subjectOf } from '../../meeting/agenda/turn.ts';
import { viewOf } from '../kinds.ts';
import { boardSlice } from '../numbers/board.ts';
import { shownSubject, type Seen } from '../seen.ts';
import type { WaitingUnit } from '../slices/panel-slices.ts';

export function waitingUnit(seen: Seen, id: SubjectId): WaitingUnit {
  const { meeting } = seen;
  const item = itemById(meeting, meeting.current);
  const { documents, out } = shownSubject(seen, id);
  return {
    documents,
    out,
    now: item
      ? { kind: item.kind, title: viewOf(item).title(seen, item), own: subjectOf(item) === id }
      : null,
    result: resultOf(seen, id),
  };
}

/** As the standings have it: a row that a board has not opened is in none. */
function resultOf(seen: Seen, id: SubjectId): WaitingUnit['result'] {
  const { rows, of } = boardSlice(seen);
  const row = rows.find(({ subject }) => subject.id === id);
  if (!row) return null;
  const { score, why, rank } = row;
  return { score, why, rank, of };
}
