// Mixes and numbers the panels of a draw by lots: a million tries of an exchange are too much for the server's own thread.
import { numberList, type LotsLock, type Numbered, type Panel } from '../../shared/draw/lots.ts';
import { togetherIn, type Together } from '../../shared/draw/lots-facts.ts';
import { finished } from '../../shared/steps.ts';

export interface NumberingJob {
  readonly lock: LotsLock;
  readonly list: readonly Panel[];
  /** Of the sources that number, in the order of the lock. */
  readonly entropy: readonly string[];
}

export interface NumberedLots {
  readonly numbered: Numbered;
  readonly together: Together;
}

export function numberLots({ lock, list, entropy }: NumberingJob): NumberedLots {
  const numbered = finished(numberList(lock, list, entropy));
  return { numbered, together: togetherIn(numbered.panels) };
}
