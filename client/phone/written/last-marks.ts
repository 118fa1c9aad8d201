// What a person gave a line before: where − and + of the next unit begin. Nobody else's marks are in it. Pure.
import { own } from '../../../shared/own.ts';
import type { Row } from './written-rows.ts';

/** Of the nearest unit above with the same sheet; undefined where there is none. */
export function lastMark(rows: readonly Row[], row: Row, line: string): number | undefined {
  const before = rows.slice(0, rows.indexOf(row)).reverse();
  for (const { target, waiting, ballot } of before) {
    const choice = (waiting ?? ballot)?.choice;
    if (target.sheet.id === row.target.sheet.id && choice?.kind === 'scores')
      return own(choice.scores, line);
  }
  return undefined;
}
