// Requests over HTTP: JSON in, an answer or a refusal out, the network's failure as a value.
import type { Refusal } from '../../shared/meeting/refusals.ts';
import { passOn } from './heard.ts';

export type HttpAnswer<T> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly refusal: Refusal }
  | { readonly ok: false; readonly unreachable: true };

/** What is asked of the server itself, asked of the one that this page's meeting is at: a proxy may know several. */
export function here(path: string): string {
  const [meeting = ''] = /^\/m\/[^/]+/.exec(location.pathname) ?? [];
  return path.startsWith('/api') ? meeting + path : path;
}

/**
 * GET without `body`, POST with it. `T` is what a successful answer holds beside `ok`.
 *
 * @param begun the answer, where the same has been asked already; null if none came: then it is asked now
 */
export async function call<T>(
  path: string,
  body?: unknown,
  begun: Promise<unknown> | null = null,
): Promise<HttpAnswer<T>> {
  const ask = async (): Promise<unknown> => {
    const response = await fetch(here(path), {
      credentials: 'same-origin',
      ...(body === undefined
        ? {}
        : {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          }),
    });
    return response.json();
  };
  try {
    const answer = ((await begun) ?? (await ask())) as HttpAnswer<T>;
    if ('refusal' in answer) passOn(answer.refusal);
    return answer;
  } catch {
    return { ok: false, unreachable: true };
  }
}

/** Whether this page can do anything from where it was opened; a refusal says which addresses to open instead. */
export async function askReach(): Promise<boolean> {
  return (await call('/api/reach', {})).ok;
}
