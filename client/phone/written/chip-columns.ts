// How many chips stand beside each other, by counting letters and not by measuring, so that nothing jumps. Pure.
import { widthInEms } from '../../ui/name-width.ts';

/** Five words in a row are too narrow for a thumb. */
const MOST = 4;
/** Sides of the page, gaps, and what of a chip is not its word; as in the style sheets, in rem. */
const SIDES = 2;
const GAP = 0.5;
const EDGES = 0.875;
/** The letters of a chip: Chinese larger than Latin ones. */
const LETTERS = { latin: 1.0625, wide: 1.25 };

/** @param wide of the glass, in rem */
export function chipColumns(words: readonly string[], wide: number): number {
  const longest = Math.max(
    ...words.map((word) => {
      const ems = widthInEms(word);
      return ems * (ems === Array.from(word).length ? LETTERS.wide : LETTERS.latin);
    }),
  );
  const fits = (columns: number) =>
    (wide - SIDES - GAP * (columns - 1)) / columns - EDGES >= longest;
  for (let rows = Math.ceil(words.length / MOST); rows < words.length; rows += 1) {
    const columns = Math.ceil(words.length / rows);
    if (fits(columns)) return columns;
  }
  return 1;
}
