// The page's language: one at a time (LOOK.md §3), chosen by the person, else by the browser.
import { useSyncExternalStore } from 'react';
import { keep, recall } from '../live/storage.ts';

export type Language = 'zh' | 'en';
const KEY = 'kleroterion.language';
const listeners = new Set<() => void>();
let current: Language = initial();

/** The words of the present language from a dictionary of `shared/text/`. */
export function useText<T>(dictionary: { readonly zh: T; readonly en: T }): T {
  return dictionary[useLanguage()];
}

export function useLanguage(): Language {
  // React asks a second time for pages that are rendered to text.
  return useSyncExternalStore(subscribe, present, present);
}

function present(): Language {
  return current;
}

/** Switches the page and remembers it on this device. */
export function setLanguage(language: Language): void {
  current = language;
  document.documentElement.lang = language;
  // A browser that keeps nothing asks the same browser setting again next time.
  keep(KEY, language);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function initial(): Language {
  const asked = new URLSearchParams(location.search).get('lang');
  const kept = recall(KEY);
  const wish = asked ?? (kept === 'zh' || kept === 'en' ? kept : navigator.language);
  // A web view may have none.
  const language = /^zh/.test(wish) ? 'zh' : 'en';
  document.documentElement.lang = language;
  return language;
}
