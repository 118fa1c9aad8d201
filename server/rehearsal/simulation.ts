// Simulated phones by the log: where a rehearsal calls some, a thread of this server runs them until they are dismissed.
import type { Worker } from 'node:worker_threads';
import type { MeetingId, ReviewerId, StaffId } from '../../shared/ids.ts';
import type { MeetingEvent } from '../../shared/meeting/events.ts';
import type { PhonesNow } from '../../shared/rehearsal/phones.ts';
import type { Hall } from '../hall.ts';
import type { Halls, Held } from '../halls.ts';
import { startThread } from '../thread.ts';
import type { PhonesJob } from './phones-thread.ts';

export interface SimulationParts {
  readonly halls: Pick<Halls, 'onHall' | 'hold'>;
  /** Where a program of this machine reaches the server. */
  readonly origin: () => string;
  /** New tickets in the name of whoever called the phones; null where their account is shut. */
  readonly tickets: (
    hall: Hall,
    by: StaffId,
  ) => Promise<readonly { readonly reviewer: ReviewerId; readonly secret: string }[] | null>;
  /** How they fare has changed. */
  readonly changed: (hall: Hall) => void;
  readonly log: (error: unknown) => void;
  /** For tests: how fast people are. */
  readonly paceMs?: number;
}

/** People take this long for one unit, at most. */
const PACE_MS = 15_000;
/** No rehearsal lasts longer: what somebody forgot ends by itself. */
const LONGEST_MS = 6 * 3_600_000;
/** What is under way when they are sent home is answered by then. */
const LAST_MS = 45_000;

interface Running {
  readonly worker: Worker;
  readonly timers: Set<NodeJS.Timeout>;
}

export class Simulation {
  readonly #parts: SimulationParts;
  /** Rehearsals whose phones are about to come, run, or finish. */
  readonly #running = new Map<MeetingId, Running | null>();
  /** How those of a rehearsal fare or fared; until its deletion or the server's end. */
  readonly #told = new Map<MeetingId, PhonesNow>();
  #closed = false;

  constructor(parts: SimulationParts) {
    this.#parts = parts;
    parts.halls.onHall((hall) => this.#watch(hall));
  }

  /** null where none have been in this rehearsal since the server started. */
  of(hall: Hall): PhonesNow | null {
    return this.#told.get(hall.world.meeting.id) ?? null;
  }

  /** The rehearsal is about to be deleted. */
  forget(hall: Hall): void {
    const { id } = hall.world.meeting;
    this.#stop(id);
    this.#told.delete(id);
  }

  async close(): Promise<void> {
    this.#closed = true;
    const workers = [...this.#running.values()].flatMap((running) => running?.worker ?? []);
    for (const id of this.#running.keys()) this.#stop(id);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  #watch(hall: Hall): () => void {
    // Those of an earlier start of the server went with it.
    if (hall.world.meeting.simulated !== null) void hall.server({ type: 'PhonesGone' });
    hall.onChange(({ events }) => {
      for (const { event, by } of events)
        this.#heed(hall, event, by.kind === 'staff' ? by.id : null);
    });
    return () => {
      this.#stop(hall.world.meeting.id);
    };
  }

  #heed(hall: Hall, event: MeetingEvent, by: StaffId | null): void {
    if (event.type === 'PhonesDismissed') this.#dismiss(hall.world.meeting.id);
    if (event.type !== 'PhonesCalled' || by === null) return;
    this.#call(hall, by, event.phones).catch((error: unknown) => {
      this.#parts.log(error);
      this.#gone(hall);
    });
  }

  async #call(hall: Hall, by: StaffId, phones: number): Promise<void> {
    const { halls, origin, paceMs = PACE_MS } = this.#parts;
    const { id, code } = hall.world.meeting;
    // Those before them are sent home, and may still be about it.
    this.#stop(id);
    this.#told.delete(id);
    this.#running.set(id, null);
    const held = await halls.hold(code);
    const tickets = held && (await this.#parts.tickets(hall, by));
    // Dismissed, deleted or stopped meanwhile.
    const isWanted = !this.#closed && this.#running.get(id) === null && this.#running.has(id);
    if (!tickets || !isWanted) {
      held?.release();
      if (isWanted) this.#gone(hall);
      return;
    }
    const job: PhonesJob = {
      ...{ origin: origin(), meeting: code, tickets, phones, paceMs },
      seed: hall.world.meeting.seq,
    };
    this.#run(hall, job, held);
  }

  #run(hall: Hall, job: PhonesJob, held: Held): void {
    const { id } = hall.world.meeting;
    const worker = startThread(
      { here: import.meta.url, name: 'phones-thread' },
      // It speaks to this very machine, under an address that no certificate names.
      { workerData: job, env: { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: '0' } },
    );
    const running: Running = { worker, timers: new Set() };
    this.#running.set(id, running);
    this.#after(running, LONGEST_MS, () => this.#gone(hall));
    worker.on('message', (now: PhonesNow) => {
      this.#told.set(id, now);
      this.#parts.changed(hall);
    });
    worker.on('error', (error) => this.#parts.log(error));
    worker.once('exit', () => {
      held.release();
      for (const timer of running.timers) clearTimeout(timer);
      if (this.#running.get(id) !== running) return;
      this.#running.delete(id);
      this.#gone(hall);
    });
  }

  /** They see what they have begun to its end, and go. */
  #dismiss(id: MeetingId): void {
    const running = this.#running.get(id);
    if (!running) {
      this.#running.delete(id);
      return;
    }
    running.worker.postMessage('end');
    this.#after(running, LAST_MS, () => void running.worker.terminate());
  }

  /** The log shall say that nobody is there any more. */
  #gone(hall: Hall): void {
    if (this.#closed || hall.world.meeting.simulated === null) return;
    void hall.server({ type: 'PhonesGone' });
  }

  #stop(id: MeetingId): void {
    const running = this.#running.get(id);
    this.#running.delete(id);
    void running?.worker.terminate();
  }

  #after(running: Running, ms: number, work: () => void): void {
    const timer = setTimeout(work, ms).unref();
    running.timers.add(timer);
  }
}
