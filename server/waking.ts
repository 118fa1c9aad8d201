// Opens meetings that nobody asks for: for what is due in them, and for what has to be done to them once.
import type { Instant } from '../shared/instant.ts';
import { nextDue } from '../shared/meeting/due.ts';
import type { KnownMeeting } from './cards.ts';
import type { Halls } from './halls.ts';

/** A meeting is open so long before anything is due in it. */
const AHEAD_MS = 10_000;
/** One in which something is due within this time is not let go. */
const SOON_MS = 60_000;
const LOOK_MS = 2000;
/** So many are open at once only because something has to be done to them. */
const MOST_ERRANDS = 4;

export interface WakingParts {
  readonly halls: Pick<Halls, 'known' | 'wake' | 'visit' | 'byCode' | 'keepWhile'>;
  readonly now: () => Instant;
  /** Whether a meeting that is closed has to be opened once: nothing is known of it, or its copy is not whole. */
  readonly hasErrand: (meeting: KnownMeeting) => boolean;
}

export class Waking {
  readonly #parts: WakingParts;
  readonly #timer: NodeJS.Timeout;
  readonly #onErrand = new Set<string>();

  constructor(parts: WakingParts) {
    this.#parts = parts;
    const { halls, now } = parts;
    halls.keepWhile((hall) => {
      const due = nextDue(hall.world.meeting, now());
      return due !== null && due - now() <= SOON_MS;
    });
    this.#timer = setInterval(() => this.look(), LOOK_MS).unref();
  }

  /**
   * What was open when the server ended, or is due by now, is open when this resolves.
   *
   * @param also codes of further meetings
   */
  async start(also: readonly string[] = []): Promise<void> {
    const { halls } = this.#parts;
    const running = halls
      .known()
      .filter((one) => one.awake || this.#isDue(one) || also.includes(one.code));
    await Promise.all(running.map(({ code }) => halls.wake(code)));
  }

  look(): void {
    const { halls, hasErrand } = this.#parts;
    const closed = halls.known().filter(({ code }) => !halls.byCode(code));
    for (const one of closed) if (this.#isDue(one)) void halls.wake(one.code);
    for (const code of this.#onErrand) if (!halls.byCode(code)) this.#onErrand.delete(code);
    for (const { code } of closed.filter(hasErrand)) {
      if (this.#onErrand.size >= MOST_ERRANDS) return;
      this.#onErrand.add(code);
      void halls.visit(code);
    }
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #isDue({ due }: KnownMeeting): boolean {
    return due !== null && due - this.#parts.now() <= AHEAD_MS;
  }
}
