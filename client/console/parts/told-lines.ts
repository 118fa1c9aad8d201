// What the server tells a line of JSON after the other; nobody listening any more ends its work there.
import type { Refusal } from '../../../shared/meeting/refusals.ts';
import { here } from '../../live/http.ts';

export type Told<Line> =
  | { readonly kind: 'last'; readonly line: Line }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'lost' };

/**
 * Asks, and resolves with the line that is the last.
 *
 * @param isLast is asked about each line as it comes
 */
export async function toldLines<Line, Last extends Line>(
  path: string,
  body: object,
  signal: AbortSignal,
  isLast: (line: Line) => line is Last,
  onLine: (line: Exclude<Line, Last>) => void,
): Promise<Told<Last>> {
  try {
    const answer = await fetch(here(path), {
      ...{ method: 'POST', credentials: 'same-origin', signal },
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok || !answer.body) {
      const { refusal } = (await answer.json()) as { readonly refusal?: Refusal };
      return refusal ? { kind: 'refused', refusal } : { kind: 'lost' };
    }
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let rest = ''; ;) {
      const { value = '', done } = await reader.read();
      const lines = (rest + value).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const said = JSON.parse(line) as Line;
        if (isLast(said)) return { kind: 'last', line: said };
        onLine(said as Exclude<Line, Last>);
      }
      if (done) return { kind: 'lost' };
    }
  } catch {
    return { kind: 'lost' };
  }
}
