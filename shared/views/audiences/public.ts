// Viewers of the stream: all that anyone may see.
import { progressSlice } from '../numbers/progress.ts';
import { resultsSlice } from '../numbers/public-results.ts';
import { publishedSlice } from '../numbers/published.ts';
import { boardSlice } from '../numbers/board.ts';
import type { Seen } from '../seen.ts';
import type { PublicView, ViewFor } from './audiences.ts';
import { drawsSlice } from '../draws/draws.ts';
import { spreadSlice } from '../numbers/spread.ts';
import { stageSlice } from '../stage.ts';
import { tallySlice } from '../numbers/tally.ts';
import { writtenSlice } from '../numbers/written.ts';

export function publicView(seen: Seen): ViewFor<'public', PublicView> {
  return {
    stage: stageSlice(seen),
    progress: progressSlice(seen),
    written: writtenSlice(seen),
    tally: tallySlice(seen),
    board: boardSlice(seen),
    spread: spreadSlice(seen),
    results: resultsSlice(seen),
    published: publishedSlice(seen),
    draws: drawsSlice(seen),
  };
}
