// Does what a meeting does by itself once it is due: closes a round at zero, brings the next name of a draw, ends one too late for its beacon.
import { deadlineOf, type Deadline } from '../shared/meeting/due.ts';
import type { Instant } from '../shared/instant.ts';
import type { Meeting } from '../shared/meeting/state.ts';
import type { Hall } from './hall.ts';

/** Ballots that were sent before zero may still be on their way. */
const GRACE_MS = 1500;
/** After a start, phones need their time to find the server again before they can send what they hold. */
const START_GRACE_MS = 5000;
/** A commit that failed is tried again after this long. */
const RETRY_MS = 1000;
/** No timer runs longer, so that none overflows and a clock that was set is noticed. */
const LONGEST_MS = 60_000;

/** Watches every hall; the deadline itself is in the log, so it holds across a restart. */
export class Timekeeper {
  readonly #timers = new Map<Hall, NodeJS.Timeout>();
  readonly #forgotten = new WeakSet<Hall>();
  #closed = false;

  /** Returns what ends it: the hall is about to be closed. */
  watch(hall: Hall): () => void {
    const opened = hall.now;
    const look = () => this.#look(hall, opened);
    hall.onChange(({ events }) => {
      // A ballot alone can be what a round at zero waits for: it overtakes the paper that nobody has confirmed.
      if (events.length > 0 || isPast(hall, opened)) look();
    });
    look();
    return () => {
      this.#forgotten.add(hall);
      clearTimeout(this.#timers.get(hall));
      this.#timers.delete(hall);
    };
  }

  close(): void {
    this.#closed = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #look(hall: Hall, opened: Instant): void {
    clearTimeout(this.#timers.get(hall));
    this.#timers.delete(hall);
    const due = dueIn(hall.world.meeting, opened);
    if (this.#closed || this.#forgotten.has(hall) || !due) return;
    const left = due.at - hall.now;
    // Timers may fire a little early by the hall's clock: then this only looks again.
    if (left > 0) this.#lookIn(hall, opened, Math.min(left, LONGEST_MS));
    else void this.#do(hall, opened, due);
  }

  #lookIn(hall: Hall, opened: Instant, ms: number): void {
    const timer = setTimeout(() => this.#look(hall, opened), ms);
    this.#timers.set(hall, timer);
  }

  async #do(hall: Hall, opened: Instant, { command }: Deadline): Promise<void> {
    const answer = await hall.server(command);
    if (answer.ok || this.#closed || this.#forgotten.has(hall)) return;
    // Whatever else refused it is a change that has brought its own look.
    const { code } = answer.refusal;
    if (code === 'not-saved' || code === 'busy') this.#lookIn(hall, opened, RETRY_MS);
  }
}

function isPast(hall: Hall, opened: Instant): boolean {
  const due = dueIn(hall.world.meeting, opened);
  return due !== null && due.at <= hall.now;
}

function dueIn(meeting: Meeting, opened: Instant): Deadline | null {
  const deadline = deadlineOf(meeting);
  if (!deadline) return null;
  // Nobody has anything on its way that a name, or the void of a draw, would come too early for.
  if (deadline.command.type !== 'CloseAtZero') return deadline;
  return { ...deadline, at: Math.max(deadline.at + GRACE_MS, opened + START_GRACE_MS) };
}
