// Sheets and schemes by version: every one ever adopted is kept.
import type { Version } from './round.ts';

export function newestVersion<T extends { readonly id: string; readonly version: number }>(
  versions: readonly T[],
  id: string,
): T | undefined {
  return versions.filter((one) => one.id === id).at(-1);
}

export function exactVersion<T extends Version>(
  versions: readonly T[],
  { id, version }: Version,
): T {
  const found = versions.find((one) => one.id === id && one.version === version);
  if (!found) throw new Error(`no ${id} of version ${String(version)}`);
  return found;
}
