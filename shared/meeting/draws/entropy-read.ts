// What of a draw's entropy has been read: all of it, what numbers its lots, or the dice that wait for the beacon.
import type { Draw } from './draw.ts';
import { agreedRow } from './reading.ts';

/** The entropy that a record of a draw has: as it was read, and before that the dice on which both readings agree. */
export function entropyRead(draw: Exclude<Draw, { readonly phase: 'void' }>): readonly string[] {
  if (draw.phase === 'determined') return draw.entropy;
  const numbering = draw.lots?.entropy ?? null;
  if (numbering) return draw.lock.entropy.map((_, source) => numbering[source] ?? '');
  return draw.lock.entropy.map((source) =>
    source.type === 'dice10' || source.type === 'dice6'
      ? (agreedRow(draw.readings, source.count) ?? '')
      : '',
  );
}
