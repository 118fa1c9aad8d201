// Loading a page again, by itself at most once: where a cache gives the old one again, that would never end.
import { inTab, keep, recall } from '../live/storage.ts';
import { scriptName } from './report.ts';

const RELOADED = 'kleroterion.reloaded';

/** Whether this very version was loaded again already in this tab. */
export function wasReloaded(): boolean {
  return recall(RELOADED, inTab) === scriptName();
}

/** Once for each version of the page, and not where this browser could not tell that it was done. */
export function reloadOnce(): void {
  if (!wasReloaded() && keep(RELOADED, scriptName(), inTab)) location.reload();
}

/** At somebody's word. */
export function reload(): void {
  keep(RELOADED, scriptName(), inTab);
  location.reload();
}
