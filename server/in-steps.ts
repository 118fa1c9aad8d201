// Carries out long work on the event loop a step at a time: whoever waits for something short has a turn in between.
import { setImmediate } from 'node:timers/promises';
import { finished, type Steps } from '../shared/steps.ts';

export async function inSteps<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}

/** Times that long work is done anew because what it rests on has moved on. */
const MOST_TRIES = 3;

/**
 * Does work in steps and hands it on while what it rests on is still the same: again where that has moved on meanwhile, and
 * at once where it never rests.
 *
 * @param begun the work, already begun
 * @param basis what it rests on, compared by identity
 * @param submit called in the very turn in which the basis was looked at
 */
export async function onSameBasis<T, Answer>(
  begun: Steps<T>,
  work: () => Steps<T>,
  basis: () => unknown,
  submit: (made: T) => Promise<Answer>,
): Promise<Answer> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const before = basis();
    const made = await inSteps(tries === 0 ? begun : work());
    if (basis() === before) return submit(made);
  }
  return submit(finished(work()));
}
