// From a text that somebody gave to what is found in it: all that the page computes, in steps.
import { checkProof, proofSteps, type CheckedProof } from '../../shared/draw/check-proof.ts';
import {
  LONGEST_PROOF,
  readProof,
  type DrawProof,
  type ProofFile,
  type ProofFlaw,
} from '../../shared/draw/proof.ts';
import { readJson, type JsonFlaw } from '../../shared/draw/strict-json.ts';
import type { DrawClaim } from '../../shared/draw/verify.ts';

export type Outcome =
  | { readonly ok: true; readonly file: ProofFile; readonly checked: CheckedProof }
  | { readonly ok: false; readonly code: 'too-long' }
  /** Where the text is no JSON of ours: line and character in it, 1 for the first. */
  | {
      readonly ok: false;
      readonly code: 'json';
      readonly flaw: JsonFlaw;
      readonly line: number;
      readonly column: number;
    }
  | { readonly ok: false; readonly code: 'proof'; readonly flaw: ProofFlaw };

/**
 * @param onProgress how much is done, 0 to 1; called often
 * @param isSigned without it a beacon's signature is compared with the randomness only
 */
export function checkText(
  text: string,
  onProgress: (done: number) => void,
  isSigned?: DrawClaim['isSigned'],
): Outcome {
  const steps = checkSteps(text, onProgress, isSigned);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** {@link checkText}, to be set down between two steps. */
export function* checkSteps(
  text: string,
  onProgress: (done: number) => void,
  isSigned?: DrawClaim['isSigned'],
): Generator<undefined, Outcome, undefined> {
  if (text.length > LONGEST_PROOF) return { ok: false, code: 'too-long' };
  const json = readJson(text);
  if (!json.ok) {
    const before = text.slice(0, json.at).split('\n');
    const column = (before.at(-1) ?? '').length + 1;
    return { ok: false, code: 'json', flaw: json.flaw, line: before.length, column };
  }
  const read = readProof(json.value);
  if (!read.ok) return { ok: false, code: 'proof', flaw: read.flaw };
  const { file } = read;
  const steps = checkProof(file, isSigned);
  const total = proofSteps(file);
  for (let done = 1; ; done += 1) {
    const step = steps.next();
    if (step.done) return { ok: true, file: withoutLists(file), checked: step.value };
    onProgress(Math.min(1, done / total));
    yield;
  }
}

/** Nobody reads a thousand panels, or everybody who was sealed, on a page: they need not be copied out of the worker. */
function withoutLists(file: ProofFile): ProofFile {
  const draws = file.draws.map((draw): DrawProof => {
    const { panels: _panels, places: _places, sealed: _sealed, ...rest } = draw;
    return rest;
  });
  return { ...file, draws };
}
