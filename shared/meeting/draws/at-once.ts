// A draw in two presses: locked as its item is entered, drawn and shown by one act. For who asks and who throws: no
// hall waits for a ceremony before each question.
import type { ItemOf } from '../agenda/item.ts';
import type { Meeting } from '../state.ts';
import type { Draw } from './draw.ts';
import { PURPOSES } from './purposes.ts';
import { sourcesAtLock } from './sources.ts';

/** What a lock says that nobody ended, but the stage by leaving its item. A code in the record; pages have the sentence. */
export const LEFT_STAGE = 'left-stage';

/** Whether an item's draw is held so: of one for such a purpose, by a number that the server keeps, with or without phones' words. */
export function isAtOnce(meeting: Meeting, drawing: ItemOf<'draw'>): boolean {
  const { purpose, take, rule } = drawing;
  return (
    PURPOSES[purpose].atOnce &&
    take === 1 &&
    (rule === undefined || rule.kind === 'proportional') &&
    hasOnlySaltAndWords(sourcesAtLock(meeting, drawing))
  );
}

/** Whether this draw is locked so, and still waits for its one act. */
export function waitsAtOnce(draw: Draw): boolean {
  const { rule, entropy } = draw.lock;
  return (
    draw.phase === 'locked' &&
    draw.keeper === null &&
    PURPOSES[draw.purpose].atOnce &&
    'k' in rule &&
    rule.k === 1 &&
    hasOnlySaltAndWords(entropy.map(({ type }) => type))
  );
}

function hasOnlySaltAndWords(sources: readonly string[]): boolean {
  return (
    sources.includes('salt') && sources.every((source) => source === 'salt' || source === 'phones')
  );
}
