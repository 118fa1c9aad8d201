// What is known of lots before a digit is thrown, a sentence each: everyone's chance, the best possible, who sits with whom.
import type { LotsText } from '../../shared/text/lots.ts';
import type { ShownLots } from '../../shared/views/slices/draw-slices.ts';
import { percentOf } from './chance.ts';

/** More than this many lots short of the best possible is said as such (DRAW.md §9). */
const SHORT_BY = 2;

/** Everyone's chance in percent; what stands in its way before the list is made. */
export function chanceLine({ made, of, list }: ShownLots, text: LotsText): string {
  if (!made) return list === 'wanted' ? text.making : text.notMade;
  return text.chance(percentOf(`${made.least}/${of}`, 1), percentOf(`${made.most}/${of}`, 1));
}

/** @param take seats of a lot */
export function lotsLines(lots: ShownLots, take: number, text: LotsText): readonly string[] {
  const { made, numbered, of } = lots;
  if (!made) return [chanceLine(lots, text)];
  const best = Math.floor(Number(made.best) * 1e6);
  const isShort = best / 1e6 - made.least / of > SHORT_BY / of;
  const rate = numbered && numbered.made / (of * take);
  return [
    chanceLine(lots, text),
    text.best(percentOf(`${best}/1000000`, 1), isShort),
    ...(numbered && rate !== null
      ? [
          [
            text.distinct(numbered.distinct, of),
            text.together(numbered.always, numbered.never),
          ].join(text.comma),
          text.exchanged(rate.toFixed(1), rate >= 1),
        ]
      : []),
  ];
}
