// Whether the names that a hall was shown are those that were drawn.

/**
 * @param draw the lock's name of it. A panel comes group after group, as its seats have no order of their own; every other
 * draw in its order of appearance (DRAW.md §5, §6)
 */
export function showsTheDrawn(
  draw: string,
  order: readonly string[],
  shown: readonly string[],
): boolean {
  const compared = (ids: readonly string[]) =>
    (draw === 'panel' ? [...ids].sort() : ids).join('\n');
  return compared(order) === compared(shown);
}
