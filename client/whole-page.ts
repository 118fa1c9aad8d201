// Refusals that are about the page as a whole: what each lays over it. Fetched with the first of them.
import type { Refusal } from '../shared/meeting/refusals.ts';
import { showForeign } from './foreign/show.tsx';
import { showUpdated } from './updated/show.tsx';

export function showWhole(refusal: Refusal): void {
  if (refusal.code === 'foreign-origin') showForeign(refusal);
  if (refusal.code === 'other-version') showUpdated();
}
