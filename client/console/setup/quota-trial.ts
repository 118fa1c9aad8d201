// Quotas tried on the server: lines that tell how far it is, and what was found; nobody listening any more ends it there.
import type { ByQuotas, ItemOf } from '../../../shared/meeting/agenda/item.ts';
import type { Refusal } from '../../../shared/meeting/refusals.ts';
import type { QuotasTried } from '../../../shared/quotas-tried.ts';
import { here } from '../../live/http.ts';

export type Found = Extract<QuotasTried, { found: unknown }>['found'];
export type Trial =
  | { readonly kind: 'found'; readonly found: Found }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'lost' };

/** @param onProgress from 0 to 1 */
export async function tryQuotas(
  code: string,
  demand: ByQuotas & Pick<ItemOf<'draw'>, 'take' | 'without'>,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<Trial> {
  try {
    const answer = await fetch(here(`/m/${encodeURIComponent(code)}/api/quotas/try`), {
      ...{ method: 'POST', credentials: 'same-origin', signal },
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(demand),
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
        const said = JSON.parse(line) as QuotasTried;
        if ('found' in said) return { kind: 'found', found: said.found };
        onProgress(said.done);
      }
      if (done) return { kind: 'lost' };
    }
  } catch {
    return { kind: 'lost' };
  }
}
