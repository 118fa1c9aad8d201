// At which sizes and in which languages a page is looked at: in `npm test` at the ends between which it folds, in `npm run soak`
// at all.
import { repetitions } from '../repetitions.ts';

export const isSoak = repetitions(0, 1) === 1;

const PROJECTORS = [
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
] as const;

/** Of the projector. Its lengths are shares of its height, so larger ones differ by little and cost the most. */
export const STAGE_SIZES = PROJECTORS.slice(0, repetitions(1, PROJECTORS.length));

/** Of a reader's text; the usual one comes last. */
export const PERCENT: readonly number[] = isSoak ? [200, 150, 100] : [200, 100];

type Language = 'zh' | 'en';

/** Where steps and numbers are the same in both, `npm test` goes in one; which one changes from file to file. */
export function languages(quick: Language): readonly Language[] {
  return isSoak ? ['zh', 'en'] : [quick];
}

const FONTS_BY_LANGUAGE = [
  ['noto', 'zh'],
  ['wqy', 'en'],
  ['noto', 'en'],
  ['wqy', 'zh'],
] as const;

/** The wider of the fonts in `npm test`, in the language that it is wider for; all pairs of them in the soak. */
export const IN_EACH = FONTS_BY_LANGUAGE.slice(0, repetitions(1, FONTS_BY_LANGUAGE.length));
