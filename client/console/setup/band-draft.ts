// A draw by bands of a ranking while it is edited: how many it draws in all is what its bands add up to.
import { bandsTaken, type BandSide } from '../../../shared/meeting/draws/bands.ts';
import type { Band, BandsRule, ItemOf } from '../../../shared/meeting/agenda/item.ts';
import { sumOf } from './draw-draft.ts';

/** As a draw has them that nobody has chosen bands for: of the last ten places as many as it was to draw. */
export function usualBands(take: number): BandsRule {
  return { kind: 'bands', last: { places: Math.max(10, take), take } };
}

/** The rule with this band; null takes it away. Of the rest only how many are drawn counts. */
export function withBand(rule: BandsRule, side: BandSide, band: Band | null): BandsRule {
  const { [side]: _, ...others } = rule;
  if (!band) return others;
  return { ...others, ...(side === 'rest' ? { rest: band.take } : { [side]: band }) };
}

/** While no band is chosen the number stays, and the server says that it does not add up. */
export function withBands(item: ItemOf<'draw'>, rule: BandsRule): ItemOf<'draw'> {
  return { ...item, rule, take: Math.max(1, sumOf(bandsTaken(rule))) };
}
