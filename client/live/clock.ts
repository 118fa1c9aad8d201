// A page's only clock: the server's time, carried on by ticks that nobody can set. No other file of the client reads one.

/** Milliseconds since the page began, which no correction of this machine's clock moves. Some browsers stop it while the machine sleeps. */
export function ticks(): number {
  return performance.now();
}

/** What one message says: the server's clock as it was stamped, between when it was asked for and when it was heard. */
export interface Stamp {
  readonly server: number;
  /** In {@link ticks}; null where nobody asked, and it may have been on its way for long. */
  readonly asked: number | null;
  readonly heard: number;
}

/** Less than this too far on is let be: a shown second should not come twice. */
const LET_BE_MS = 300;

/**
 * The server's clock minus {@link ticks}, after one more message. It stands until a message proves it wrong, so that a
 * slow network moves no countdown to and fro: what is heard late can only prove that the server is further on (this
 * device has slept, or an earlier message was slower), what was asked for also that it is not so far.
 */
export function offsetAfter(offset: number | null, { server, asked, heard }: Stamp): number {
  const least = server - heard;
  if (offset === null || offset < least) return least;
  const most = asked === null ? offset : server - asked;
  return offset - most > LET_BE_MS ? most : offset;
}

/** How often a page looks whether it has slept, and how far apart two clocks have then come, in ms. */
const LOOK_MS = 1000;
const APART_MS = 500;

/**
 * Calls back when ticks may have stood still: the page was out of sight, or this machine's clock went on without them.
 * That clock is not believed; that it moved is a reason to ask the server.
 *
 * @returns ends it
 */
export function onGap(callback: () => void): () => void {
  const apart = () => Date.now() - ticks();
  let last = apart();
  const timer = setInterval(() => {
    const now = apart();
    if (Math.abs(now - last) > APART_MS) callback();
    last = now;
  }, LOOK_MS);
  const seen = () => {
    if (document.visibilityState === 'visible') callback();
  };
  document.addEventListener('visibilitychange', seen);
  addEventListener('pageshow', seen);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', seen);
    removeEventListener('pageshow', seen);
  };
}
