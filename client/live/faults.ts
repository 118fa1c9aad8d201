// Exceptions on this page: caught where one must not stop the rest, and told to the server.
import { pageRests } from './rest.ts';

/** Tells the server; what that takes is fetched beforehand ({@link prepareFaults}), and a report that fails is let go. */
export function fault(part: string, error: unknown): void {
  void loadReport()
    .then(({ report }) => {
      report(part, error);
    })
    .catch(() => undefined);
}

const loadReport = () => import('../broken/report.ts');

/** The same act, but an exception in it is told to the server and stops nobody else. */
export function guarded<A extends readonly unknown[]>(part: string, act: (...args: A) => void) {
  return (...args: A): void => {
    try {
      act(...args);
    } catch (error) {
      fault(part, error);
    }
  };
}

/** Hears of what no part of the page has caught, and fetches what a broken page needs while the network is there. */
export function prepareFaults(): void {
  addEventListener('error', ({ error }) => {
    if (error) fault('window', error);
  });
  addEventListener('unhandledrejection', ({ reason }) => {
    fault('promise', reason);
  });
  void pageRests().then(() => {
    loadReport().catch(() => undefined);
    import('../broken/Broken.tsx').catch(() => undefined);
  });
}
