// The file of one draw or of all draws of a meeting, of what is public by now (DRAW.md §7).
import { placesOf, proofFile, type DrawProof, type ProofFile } from '../../draw/proof.ts';
import type { Draw } from '../../meeting/draws/draw.ts';
import { outcomeOf } from '../../meeting/draws/outcome.ts';
import type { Meeting } from '../../meeting/state.ts';
import { publishedDraw } from './draw-record.ts';

export function drawFile(meeting: Meeting, draw: Draw): ProofFile {
  return proofFile('draw', [proofOf(meeting, draw)]);
}

export function meetingFile(meeting: Meeting): ProofFile {
  return proofFile(
    'meeting',
    meeting.draws.map((draw) => proofOf(meeting, draw)),
  );
}

function proofOf(meeting: Meeting, draw: Draw): DrawProof {
  const published = publishedDraw(meeting, draw);
  const { lock, lockHash: shown, assurance, keeper } = published;
  const { panels } = published;
  const seal = meeting.seals.find(({ sealed }) => sealed === lock.sealed);
  const locked = {
    ...{ lock, shown, assurance, keptApart: keeper !== undefined },
    ...(panels ? { panels, places: placesOf(panels) } : {}),
    ...(seal ? { sealed: seal.pool } : {}),
  };
  if (published.status === 'locked') return { ...locked, status: 'locked' };
  const { entropy, proofs, recordHash: record, closedAt: closed } = published;
  const frozen = { ...locked, entropy, proofs, record };
  const read = closed && { closed, result: resultOf(draw, entropy) };
  if (published.status === 'void')
    return { ...frozen, status: 'void', why: published.why, ...read };
  const { replacements } = published;
  return {
    ...{ ...frozen, status: 'result', closed: published.closedAt, result: resultOf(draw, entropy) },
    replacements: replacements.map((one) => ({ record: one.record, hash: one.recordHash })),
  };
}

/** A draw stands still once it is read, and a hall of phones may ask for it. */
const results = new WeakMap<Draw, ReturnType<typeof outcomeOf>>();

function resultOf(draw: Draw, entropy: readonly string[]): ReturnType<typeof outcomeOf> {
  const known = results.get(draw) ?? outcomeOf(draw, entropy);
  results.set(draw, known);
  return known;
}
