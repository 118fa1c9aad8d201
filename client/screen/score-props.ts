// What every picture of a scoring is given.
import type { ProgressSlice, TallySlice } from '../../shared/views/number-slices.ts';
import type { ScoreStage } from '../../shared/views/stage-slices.ts';

export interface ScoreProps {
  readonly stage: ScoreStage;
  readonly progress: ProgressSlice;
  /** null where nothing may be shown. */
  readonly tally: TallySlice;
}
