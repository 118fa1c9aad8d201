// The number of the unit that is open, key by key: what stands in its box is kept as it is typed, and is handed in as the box is
// left, or at once where no further digit could change it.
import { useState } from 'react';
import { entryOf } from '../../../shared/scoring/entry.ts';
import type { Broken } from '../../../shared/scoring/limits.ts';
import { useSeat } from '../seat-context.ts';
import { matterOf, sameChoice } from '../slips/matter.ts';
import type { Stepped } from '../score/typed.ts';
import { markOf, pressed } from './number-keys.ts';
import type { RowLimit } from './row-limit.ts';
import type { KeyedBox } from './use-number-keys.ts';
import { givenMark, type Row } from './written-rows.ts';

export interface NumberBox extends KeyedBox {
  readonly line: Stepped;
  readonly text: string;
  /** Selected: the next key writes over it. */
  readonly fresh: boolean;
  /** A key has come since the unit opened. */
  readonly touched: boolean;
  /** Why the last key, or the number, was not taken. */
  readonly refused: 'no-mark' | Broken | null;
  /** Hands in what stands there, if it is a number that may be given. Says whether the unit can be left. */
  readonly hand: () => boolean;
}

interface Box {
  readonly key: string;
  readonly text: string;
  readonly fresh: boolean;
  readonly refused: NumberBox['refused'];
}

/**
 * @param onFull the number was handed in by its last digit
 * @returns null where the open unit is not scored by one number
 */
export function useNumber(
  row: Row | null,
  limit: RowLimit | null,
  onFull: (mark: number) => void,
): NumberBox | null {
  const { outbox } = useSeat();
  const [box, setBox] = useState<Box | null>(null);
  const line = row && steppedOf(row);
  if (!row || !line) return null;
  const { key, target } = row;
  const now = box?.key === key ? box : standing(row, line);
  const put = (text: string, more?: Partial<Box>) => {
    setBox({ key, text, fresh: false, refused: null, ...more });
    outbox.score(target, line.id, markOf(line, text) ?? undefined);
  };
  const handed = (text: string): boolean => {
    const mark = markOf(line, text);
    if (mark === null) {
      // Emptied: what is counted stays.
      if (text === '' && row.state === 'draft') outbox.letGo(matterOf(target));
      else if (text !== '') setBox({ ...now, text, refused: 'no-mark' });
      return text === '';
    }
    const broken = limit?.breaks(mark) ?? null;
    if (broken) {
      setBox({ key, text, fresh: true, refused: broken });
      return false;
    }
    const choice = { kind: 'scores', scores: { [line.id]: mark } } as const;
    const given = (row.waiting ?? row.ballot)?.choice;
    if (row.refusal || !given || !sameChoice(given, choice)) outbox.submit(target, choice);
    setBox(null);
    return true;
  };
  return {
    line,
    text: now.text,
    fresh: now.fresh,
    touched: box?.key === key,
    refused: now.refused,
    press(pressedKey, by) {
      const next = pressed(line, now.fresh ? '' : now.text, pressedKey, by);
      if (!next) {
        setBox({ ...now, refused: 'no-mark' });
        return;
      }
      put(next.text);
      if (next.isFinal && handed(next.text)) onFull(markOf(line, next.text) ?? 0);
    },
    erase() {
      put(now.fresh ? '' : now.text.slice(0, -1));
    },
    hand: () => handed(now.text),
  };
}

function steppedOf({ target: { sheet }, state }: Row): Stepped | null {
  const [line] = sheet.lines;
  const isNumber = state !== 'recused' && entryOf(sheet) === 'number';
  return isNumber && line && 'step' in line ? line : null;
}

/** What a box shows as its unit opens: digits that were not handed in go on, a number that was is selected. */
function standing(row: Row, { id }: Stepped): Box {
  const { key, state, scores } = row;
  const mark = state === 'draft' ? new Map(Object.entries(scores)).get(id) : givenMark(row);
  const text = mark === null || mark === undefined ? '' : String(mark);
  return { key, text, fresh: state !== 'draft' && text !== '', refused: null };
}
