// The thread in which a draw is checked: a thousand lots are a million tries, and the page stays awake meanwhile. It alone
// has the curve of the beacon's signature.
import { isSigned } from '../../shared/draw/beacon-signature.ts';
import { ticks } from '../live/clock.ts';
import { checkText } from './check-text.ts';
import type { Asked, Told } from './checker.ts';

/** Progress is told so often at most. */
const TELL_MS = 100;

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const { id, text } = data;
  let told = 0;
  const tell = (message: Told) => {
    postMessage(message);
  };
  const onProgress = (progress: number) => {
    if (ticks() - told < TELL_MS) return;
    told = ticks();
    tell({ id, progress });
  };
  const outcome = checkText(text, onProgress, isSigned);
  tell({ id, outcome });
});
