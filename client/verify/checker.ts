// Checks texts in a worker that is there from the page's start on, so that it needs no network later; where a browser gives no
// worker, in the page itself, a step at a time.
import { ticks } from '../live/clock.ts';
import { checkSteps, type Outcome } from './check-text.ts';

export interface Asked {
  readonly id: number;
  readonly text: string;
}

export type Told =
  | { readonly id: number; readonly progress: number }
  | { readonly id: number; readonly outcome: Outcome };

interface Waiting {
  readonly text: string;
  readonly onProgress: (done: number) => void;
  readonly done: (outcome: Outcome) => void;
}

const waiting = new Map<number, Waiting>();
let count = 0;
let worker = started();

/** @param onProgress how much is done, 0 to 1 */
export function check(text: string, onProgress: (done: number) => void): Promise<Outcome> {
  return new Promise((done) => {
    count += 1;
    const one = { text, onProgress, done };
    if (!worker) {
      inPage(one);
      return;
    }
    waiting.set(count, one);
    worker.postMessage({ id: count, text } satisfies Asked);
  });
}

function started(): Worker | null {
  try {
    const made = new Worker(new URL('./worker.ts', import.meta.url));
    made.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      const one = waiting.get(data.id);
      if ('progress' in data) {
        one?.onProgress(data.progress);
        return;
      }
      waiting.delete(data.id);
      one?.done(data.outcome);
    });
    made.addEventListener('error', () => {
      // Its script did not come: what waits for it is done here.
      worker = null;
      for (const one of waiting.values()) inPage(one);
      waiting.clear();
    });
    return made;
  } catch {
    return null;
  }
}

/** As long as the page works before it lets others in, in milliseconds. */
const SLICE_MS = 30;

function inPage({ text, onProgress, done }: Waiting): void {
  const steps = checkSteps(text, onProgress);
  const slice = () => {
    const until = ticks() + SLICE_MS;
    while (ticks() < until) {
      const step = steps.next();
      if (step.done) {
        done(step.value);
        return;
      }
    }
    setTimeout(slice);
  };
  slice();
}
