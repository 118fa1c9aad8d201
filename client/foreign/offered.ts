// Which of the server's addresses help whoever opened another one.

/**
 * The addresses to offer on a page that was opened at `here`. Loopback leads another machine to itself, so it is offered
 * only where the page itself came from there.
 */
export function offered(open: readonly string[], here: string): readonly string[] {
  const isLocal = (origin: string) => /^https?:\/\/(localhost|127\.\d|\[::1\])/.test(origin);
  return open.filter((origin) => isLocal(here) || !isLocal(origin));
}
