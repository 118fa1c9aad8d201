// How wide a name will be, by count and not by measuring, so that nothing jumps (LOOK.md §3).

/** About how many ems: one for a Chinese character, half for a Latin letter. */
export function widthInEms(name: string): number {
  return Array.from(name).reduce((sum, letter) => sum + (letter < '\u2e80' ? 0.52 : 1), 0);
}
