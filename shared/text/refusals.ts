// One sentence for every refusal (R10): what is the matter, and what to do next.
import { own } from '../own.ts';
import type { Refusal } from '../meeting/refusals.ts';
import { enRefusals } from './refusals/en.ts';
import { zhRefusals } from './refusals/zh.ts';

export const refusalText = { zh: zhRefusals, en: enRefusals } as const;

/**
 * The sentence for this refusal; one for all that a page older or newer than its server does not know, and for one whose
 * details are missing: it may have been kept on a device, by another version.
 */
export function refusalSentence(language: keyof typeof refusalText, refusal: Refusal): string {
  const table = refusalText[language];
  // One code's sentence takes just that code's refusal: a tie that the index type cannot carry.
  const sentence = (own<string, unknown>(table, refusal.code) ?? table.malformed) as
    string | ((refusal: Refusal) => string);
  if (typeof sentence === 'string') return sentence;
  try {
    return sentence(refusal);
  } catch {
    return table.malformed;
  }
}
