// Quotas tried on the server: lines that tell how far it is, and what was found.
import type { ByQuotas, ItemOf } from '../../../shared/meeting/agenda/item.ts';
import type { Refusal } from '../../../shared/meeting/refusals.ts';
import type { QuotasTried } from '../../../shared/quotas-tried.ts';
import { toldLines } from '../parts/told-lines.ts';

type Last = Extract<QuotasTried, { found: unknown }>;
export type Found = Last['found'];
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
  const told = await toldLines<QuotasTried, Last>(
    `/m/${encodeURIComponent(code)}/api/quotas/try`,
    demand,
    signal,
    (line) => 'found' in line,
    ({ done }) => {
      onProgress(done);
    },
  );
  return told.kind === 'last' ? { kind: 'found', found: told.line.found } : told;
}
