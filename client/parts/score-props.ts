// What every picture of a scoring is given, and which tally is its own.
import type { ProgressSlice, TallySlice } from '../../shared/views/slices/number-slices.ts';
import type { ScoreStage } from '../../shared/views/slices/stage-slices.ts';

export interface ScoreProps {
  readonly stage: ScoreStage;
  readonly progress: ProgressSlice;
  /** null where nothing may be shown. */
  readonly tally: TallySlice;
}

/** The tally, where it is that of the scoring on stage and not still the one before. */
export function tallyOf({ subject, attempt }: ScoreStage, tally: TallySlice): TallySlice {
  return tally?.subject === subject.id && tally.attempt === attempt ? tally : null;
}
