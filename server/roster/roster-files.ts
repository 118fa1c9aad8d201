// Roster files on their way in: small texts are read at once, everything else in a thread, one after the other.
import { OneByOne } from '../one-by-one.ts';
import { looksLikeText } from './file.ts';
import { readRoster, type RosterRequest, type RosterResult } from './read-roster.ts';

/** Characters of base64: up to here a text is read in a few milliseconds. */
const SMALL = 32 * 1024;

export class RosterFiles {
  readonly #threads = new OneByOne<RosterRequest, RosterResult>({
    thread: { here: import.meta.url, name: 'roster-thread' },
    mostWaiting: 8,
    timeLimitMs: 20_000,
    // What a file within all other limits can need.
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 },
  });

  /** null where too many files wait already. Never rejects for what stands in a file. */
  async read(request: RosterRequest): Promise<RosterResult | null> {
    if (isSmall(request.base64)) return readRoster(request);
    const done = await this.#threads.run(request);
    if (done.ok) return done.answer;
    return done.why === 'full' ? null : TOO_HEAVY;
  }

  /** Ends a thread that still reads; its answer is then that the file was too large. */
  close(): Promise<void> {
    return this.#threads.close();
  }
}

const TOO_HEAVY: RosterResult = {
  sheet: '',
  reading: { ok: false, problems: [{ sheet: '', code: 'too-heavy' }] },
};

function isSmall(base64: string): boolean {
  return base64.length <= SMALL && looksLikeText(Buffer.from(base64.slice(0, 64), 'base64'));
}
