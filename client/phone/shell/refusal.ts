// Sentences of refusals, loaded beside the page: they are needed seldom, and 5 KB would delay every first score.
import { useSyncExternalStore } from 'react';
import type { Refusal } from '../../../shared/meeting/refusals.ts';
import { phoneText } from '../../../shared/text/phone.ts';
import type { refusalSentence } from '../../../shared/text/refusals.ts';
import { useLanguage } from '../../ui/language.ts';

let sentence: typeof refusalSentence | null = null;
const listeners = new Set<() => void>();

/** Fetches the sentences while the network is there; they are asked for when it may not be. */
export async function loadRefusals(): Promise<void> {
  if (sentence) return;
  try {
    ({ refusalSentence: sentence } = await import('../../../shared/text/refusals.ts'));
    for (const listener of listeners) listener();
  } catch {
    // The general sentence stands in until the next attempt.
  }
}

/** Says a refusal in the page's language. */
export function useRefusalSentence(): (refusal: Refusal) => string {
  const language = useLanguage();
  const say = useSyncExternalStore(subscribe, () => sentence);
  return (refusal) => (say ? say(language, refusal) : phoneText[language].refused);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  void loadRefusals();
  return () => listeners.delete(listener);
}
