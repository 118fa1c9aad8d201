// When a page that opens has come to rest, for whatever can wait until then.

/** Milliseconds, where a browser does not tell, or is never done. */
const REST_MS = 1000;

/** A bad link is shared by all that comes on it, a slow processor by all that it brings: what the page begins with goes first. */
export function pageRests(): Promise<unknown> {
  return loaded().then(
    () =>
      new Promise<unknown>((done) => {
        if ('requestIdleCallback' in window) requestIdleCallback(done, { timeout: REST_MS });
        else setTimeout(done, REST_MS);
      }),
  );
}

function loaded(): Promise<unknown> {
  return document.readyState === 'complete'
    ? Promise.resolve()
    : new Promise((done) => {
        addEventListener('load', done);
      });
}
