// What every picture of a scoring is given.
import type { ProgressSlice, ScoreStage, TallySlice } from '../../shared/views/slices.ts';

export interface ScoreProps {
  readonly stage: ScoreStage;
  readonly progress: ProgressSlice;
  /** null where nothing may be shown. */
  readonly tally: TallySlice;
}
