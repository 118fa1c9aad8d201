// Viewers of the stream: all that anyone may see.
import { progressSlice } from './progress.ts';
import { boardSlice } from './results.ts';
import type { Seen } from './seen.ts';
import type { PublicView, ViewFor } from './audiences.ts';
import { drawsSlice } from './draws.ts';
import { stageSlice } from './stage.ts';
import { tallySlice } from './tally.ts';
import { writtenSlice } from './written.ts';

export function publicView(seen: Seen): ViewFor<'public', PublicView> {
  return {
    stage: stageSlice(seen),
    progress: progressSlice(seen),
    written: writtenSlice(seen),
    tally: tallySlice(seen),
    board: boardSlice(seen),
    draws: drawsSlice(seen),
  };
}
