// How sure a meeting's result is, computed beside the hall: a cast never waits for a thousand resamples (RESULTS.md §10).
import { standingResults } from '../../shared/meeting/results.ts';
import type { Certainty, RevealedMeeting } from '../../shared/results/certainty/permitted.ts';
import { revealedMeeting } from '../../shared/views/numbers/revealed-meeting.ts';
import type { Hall } from '../hall.ts';
import { inSteps } from '../in-steps.ts';
import { inToldThread, type ToldHooks, type Unmade } from '../told-thread.ts';

export interface CertaintyMade {
  readonly ok: true;
  readonly certainty: Certainty;
}

/** Three hundred seats on three hundred units take half a minute. */
const TIME_LIMIT_MS = 5 * 60_000;
const RESOURCES = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 64 };

/** What was computed last for each hall, and of which results. */
const last = new WeakMap<Hall, { readonly of: string; readonly made: CertaintyMade }>();

/**
 * Of the results that stand now. The same results have the same figures to the last digit, so they are computed once. Rejects
 * for what is a bug of the thread's own.
 */
export async function findCertainty(
  hall: Hall,
  hooks: ToldHooks<number> = {},
): Promise<CertaintyMade | Unmade> {
  const of = standingKey(hall);
  const before = last.get(hall);
  if (before?.of === of) return before.made;
  const meeting = await inSteps(revealedMeeting(hall.seen, (seq) => hall.headAtReveal(seq)));
  const made = await inToldThread<number, CertaintyMade>(
    {
      thread: { here: import.meta.url, name: 'certainty-thread' },
      timeLimitMs: TIME_LIMIT_MS,
      resourceLimits: RESOURCES,
    },
    meeting satisfies RevealedMeeting,
    hooks,
  );
  if (made.ok) last.set(hall, { of, made });
  return made;
}

/** Names the attempts whose results stand; an erasure takes from them whose the ballots are. */
function standingKey({ world: { meeting } }: Hall): string {
  const attempts = standingResults(meeting).map(({ round, attempt, result }) => [
    ...[round, attempt.n, result.subject],
  ]);
  return JSON.stringify([meeting.erasedAt, attempts]);
}
