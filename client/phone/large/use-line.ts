// The mark of the line that is open, key by key: kept as it is typed, and never handed in by a key.
import { useState } from 'react';
import type { Stepped } from '../score/typed.ts';
import { markOf, pressed } from '../written/number-keys.ts';
import type { KeyedBox } from '../written/use-number-keys.ts';

export interface LineBox extends KeyedBox {
  readonly text: string;
  /** The last key would have made no mark of this line. */
  readonly refused: boolean;
}

/**
 * @param line null where none is open, or one of grades
 * @param score what it has
 */
export function useLine(
  line: Stepped | null,
  score: number | undefined,
  onScore: (score: number | undefined) => void,
): LineBox | null {
  const [typed, setTyped] = useState<{ readonly line: string; readonly text: string } | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  if (!line) return null;
  /** As it was typed, for as long as that is what stands. */
  const own =
    typed?.line === line.id && (markOf(line, typed.text) ?? undefined) === score
      ? typed.text
      : null;
  const text = own ?? (score === undefined ? '' : String(score));
  const put = (next: string) => {
    setTyped({ line: line.id, text: next });
    setRefused(null);
    onScore(markOf(line, next) ?? undefined);
  };
  return {
    text,
    refused: refused === line.id,
    press(key, by) {
      // What was there before is written over, not written on.
      const next = pressed(line, own ?? '', key, by);
      if (next) put(next.text);
      else setRefused(line.id);
    },
    erase() {
      put(own === null ? '' : text.slice(0, -1));
    },
  };
}
