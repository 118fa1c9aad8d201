// What a band of a ranking is called; phones load nothing else of this.
import type { BandName } from '../meeting/draws/bands.ts';

const zh = {
  name: ({ side, places }: BandName): string =>
    side === 'rest' ? '其余' : `${side === 'first' ? '前' : '后'}${places}名`,
};

export type BandsText = typeof zh;

const en: BandsText = {
  name: ({ side, places }) =>
    side === 'rest'
      ? 'The others'
      : `${side === 'first' ? 'First' : 'Last'} ${places === 1 ? 'place' : `${places} places`}`,
};

export const bandsText = { zh, en };
