// Where in a meeting's console one is, as its address says it: a tab, and in the setup one of its steps.
import { PLACES, type PlaceId } from './setup/steps.ts';

export const TABS = ['setup', 'stage', 'desk', 'results'] as const;
export type Tab = (typeof TABS)[number];

export interface Place {
  readonly tab: Tab;
  /** Of the setup; its first one on the other tabs. */
  readonly step: PlaceId;
}

/** The address of a tab, or of a step of the setup. */
export function addressOf(code: string, tab: Tab, step?: PlaceId): string {
  return ['/m', encodeURIComponent(code), 'console', tab, ...(step ? [step] : [])].join('/');
}

/**
 * The place that an address names.
 *
 * @param rest what stands behind `/console/`
 * @returns null where no tab is named or an unknown one; an unknown step is the first
 */
export function placeAt(rest: string): Place | null {
  const [name, of] = rest.split('/');
  const tab = TABS.find((one) => one === name);
  if (!tab) return null;
  return { tab, step: PLACES.find((one) => one === of) ?? PLACES[0] };
}
