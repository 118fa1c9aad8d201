// The projector: all that the hall may see.
import { progressSlice } from '../numbers/progress.ts';
import { boardSlice } from '../numbers/board.ts';
import type { Seen } from '../seen.ts';
import type { ScreenView, ViewFor } from './audiences.ts';
import { spreadSlice } from '../numbers/spread.ts';
import { stageSlice } from '../stage.ts';
import { tallySlice } from '../numbers/tally.ts';
import { writtenSlice } from '../numbers/written.ts';

export function screenView(seen: Seen): ViewFor<'screen', ScreenView> {
  return {
    stage: stageSlice(seen),
    progress: progressSlice(seen),
    written: writtenSlice(seen),
    tally: tallySlice(seen),
    board: boardSlice(seen),
    spread: spreadSlice(seen),
  };
}
