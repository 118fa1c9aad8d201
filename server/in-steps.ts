// Carries out long work on the event loop a step at a time: whoever waits for something short has a turn in between.
import { setImmediate } from 'node:timers/promises';
import type { Steps } from '../shared/steps.ts';

export async function inSteps<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}
