// Who stands for a draw on the stage: its result, with whoever came from the reserve instead of somebody.
import type { DrawnName, DrawView } from '../../shared/views/slices/draw-slices.ts';

/** The names to show: once somebody has come from the reserve, theirs in place of whom they replace. */
export function standingNames({ shown, standing }: DrawView): readonly DrawnName[] {
  return standing.length > 0 ? standing : shown;
}

/** The one who came last from the reserve, null where nobody did. */
export function cameLast({ shown, standing, replacements }: DrawView): DrawnName | null {
  const last = replacements.at(-1)?.inId ?? null;
  return standing.find(({ id }) => id === last && !shown.some((one) => one.id === id)) ?? null;
}

/** Whom this one came for, as a name; null for somebody who was drawn. */
export function insteadOf(
  { shown, replacements }: DrawView,
  one: DrawnName | undefined,
): string | null {
  if (!one || shown.some(({ id }) => id === one.id)) return null;
  return replacements.filter(({ inId }) => inId === one.id).at(-1)?.out ?? null;
}
