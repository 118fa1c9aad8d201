// Files that the server makes for whoever saves them. Apart from other requests: no phone saves any.
import { passOn } from '../../live/heard.ts';
import { here, type HttpAnswer } from '../../live/http.ts';

/** GET of a file that is to be saved, with the name that the server gives it. */
export async function callFile(
  path: string,
): Promise<HttpAnswer<{ readonly file: Blob; readonly name: string }>> {
  try {
    const response = await fetch(here(path), { credentials: 'same-origin' });
    if (response.ok) {
      const [, name = ''] =
        /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '') ?? [];
      return { ok: true, file: await response.blob(), name: decodeURIComponent(name) };
    }
    const answer = (await response.json()) as HttpAnswer<never>;
    if ('refusal' in answer) passOn(answer.refusal);
    return answer;
  } catch {
    return { ok: false, unreachable: true };
  }
}
