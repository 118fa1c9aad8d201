// The thread in which a page computes a draw by lots for itself: a million tries of an exchange are seconds on a phone.
import { verifyDraw, type DrawClaim } from '../../shared/draw/verify.ts';

addEventListener('message', ({ data }: MessageEvent<DrawClaim>) => {
  postMessage(verifyDraw(data));
});
