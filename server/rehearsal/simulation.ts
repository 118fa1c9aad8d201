// Simulated phones by the log: where a rehearsal calls some, a thread of this server runs them until they are dismissed.
import type { Worker } from 'node:worker_threads';
import type { MeetingId, StaffId } from '../../shared/ids.ts';
import type { Recorded } from '../../shared/meeting/events.ts';
import { MOST_CROWDS } from '../../shared/number-limits.ts';
import type { PhonesFailure, PhonesNow, PhonesReport } from '../../shared/rehearsal/phones.ts';
import type { Hall } from '../hall.ts';
import type { Halls, Held } from '../halls.ts';
import { startThread } from '../thread.ts';
import { Books } from './books.ts';
import type { PhonesJob } from './phones-thread.ts';
import type { SimulatedTicket } from './tickets.ts';

/** For tests: how fast people are, and when those that somebody forgot go. */
export interface SimulationPace {
  /** People take this long for one unit, at most. */
  readonly paceMs?: number;
  readonly longestMs?: number;
}

export interface SimulationParts extends SimulationPace {
  readonly halls: Pick<Halls, 'onHall' | 'hold'>;
  /** Where a program of this machine reaches the server. */
  readonly origin: () => string;
  /** New tickets in the name of whoever called the phones; null where their account is shut. */
  readonly tickets: (hall: Hall, by: StaffId) => Promise<readonly SimulatedTicket[] | null>;
  /** How they fare has changed. */
  readonly changed: (hall: Hall) => void;
  readonly log: (error: unknown) => void;
}

const PACE_MS = 15_000;
/** No rehearsal lasts longer: what somebody forgot ends by itself. */
export const LONGEST_MS = 6 * 3_600_000;
/** What is under way when they are sent home is answered by then. */
const LAST_MS = 45_000;

/** Those that one event called, from then on until their thread has ended. */
interface Call {
  readonly hall: Hall;
  /** Number of the event. */
  readonly seq: number;
  readonly by: StaffId;
  readonly phones: number;
  /** null while they have no tickets yet. */
  worker: Worker | null;
  readonly timers: Set<NodeJS.Timeout>;
}

export class Simulation {
  readonly #parts: SimulationParts;
  /** The last call of each rehearsal, while its phones are about to come, run, or finish. What an earlier one says is void. */
  readonly #calls = new Map<MeetingId, Call>();
  /** How those of a rehearsal fare or fared; until its deletion or the server's end. */
  readonly #told = new Map<MeetingId, PhonesNow>();
  readonly #reports = new Map<MeetingId, PhonesReport>();
  #closed = false;

  constructor(parts: SimulationParts) {
    this.#parts = parts;
    parts.halls.onHall((hall) => this.#watch(hall));
  }

  /** null where none have been in this rehearsal since the server started. */
  of(hall: Hall): PhonesNow | null {
    return this.#told.get(hall.world.meeting.id) ?? null;
  }

  /** The last report there was since the server started: it stays until the next one is there. */
  reportOf(hall: Hall): PhonesReport | null {
    return this.#reports.get(hall.world.meeting.id) ?? null;
  }

  /** The rehearsal is about to be deleted. */
  forget(hall: Hall): void {
    const { id } = hall.world.meeting;
    this.#stop(id);
    this.#told.delete(id);
    this.#reports.delete(id);
  }

  async close(): Promise<void> {
    this.#closed = true;
    const workers = [...this.#calls.values()].flatMap(({ worker }) => worker ?? []);
    for (const id of this.#calls.keys()) this.#stop(id);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  #watch(hall: Hall): () => void {
    const { id, simulated } = hall.world.meeting;
    // Those of an earlier start of the server went with it.
    if (simulated !== null) this.#gone(hall, simulated.call);
    hall.onChange(({ events }) => {
      for (const recorded of events) this.#heed(hall, recorded);
    });
    return () => {
      this.#stop(id);
    };
  }

  #heed(hall: Hall, { event, by, seq }: Recorded): void {
    const { id } = hall.world.meeting;
    const last = this.#calls.get(id);
    if (event.type === 'PhonesDismissed' && last) this.#dismiss(last);
    if (event.type !== 'PhonesCalled' || by.kind !== 'staff') return;
    // Those before them are sent home, and may still be about it.
    this.#stop(id);
    this.#told.delete(id);
    const call = { ...{ hall, seq, by: by.id, phones: event.phones }, worker: null };
    if (this.#calls.size >= MOST_CROWDS) this.#fail(call, 'full');
    else void this.#run({ ...call, timers: new Set() });
  }

  /** From the call to the end of its thread; the hall stays open for so long. */
  async #run(call: Call): Promise<void> {
    const { hall, seq } = call;
    const { id, code } = hall.world.meeting;
    this.#calls.set(id, call);
    let held: Held | null = null;
    try {
      held = await this.#parts.halls.hold(code);
      const tickets = held && (await this.#parts.tickets(hall, call.by));
      // Else dismissed, deleted, stopped or called anew meanwhile.
      if (this.#isLast(call)) {
        if (!tickets) throw new Error('there are no tickets for them');
        await this.#thread(call, tickets);
      }
    } catch (error) {
      this.#parts.log(error);
    }
    for (const timer of call.timers) clearTimeout(timer);
    if (this.#isLast(call)) {
      this.#calls.delete(id);
      if (!this.#told.get(id)?.findings) this.#fail(call, 'broken-off');
      else this.#gone(hall, seq);
    }
    held?.release();
  }

  /** Resolves when their thread has ended. */
  #thread(call: Call, tickets: readonly SimulatedTicket[]): Promise<void> {
    const { hall, seq, phones } = call;
    const { id, code } = hall.world.meeting;
    const { origin, paceMs = PACE_MS, longestMs = LONGEST_MS } = this.#parts;
    const job: PhonesJob = { origin: origin(), meeting: code, tickets, phones, paceMs, seed: seq };
    const worker = startThread(
      { here: import.meta.url, name: 'phones-thread' },
      { workerData: job, env: environmentFor(job.origin) },
    );
    call.worker = worker;
    this.#after(call, longestMs, () => {
      this.#dismiss(call);
      this.#gone(hall, seq);
    });
    worker.on('message', (now: PhonesNow) => {
      if (!this.#isLast(call)) return;
      this.#told.set(id, now);
      const { figures, findings } = now;
      if (findings) this.#reports.set(id, { figures, findings });
      this.#parts.changed(hall);
    });
    worker.on('error', (error) => this.#parts.log(error));
    return new Promise((resolve) => {
      worker.once('exit', () => {
        resolve();
      });
    });
  }

  /** They see what they have begun to its end, and go. */
  #dismiss(call: Call): void {
    const { worker, hall } = call;
    if (!worker) {
      this.#calls.delete(hall.world.meeting.id);
      return;
    }
    worker.postMessage('end');
    this.#after(call, LAST_MS, () => {
      this.#parts.log(new Error('they were sent home and did not end'));
      void worker.terminate();
    });
  }

  /** Nothing more will come of them, and whoever called them is told. */
  #fail({ hall, seq }: Pick<Call, 'hall' | 'seq'>, failure: PhonesFailure): void {
    const { id } = hall.world.meeting;
    this.#told.set(id, { ...(this.#told.get(id) ?? NOBODY), failure });
    this.#parts.changed(hall);
    this.#gone(hall, seq);
  }

  /** The log shall say that nobody of this call is there any more. */
  #gone(hall: Hall, call: number): void {
    if (this.#closed || hall.world.meeting.simulated?.call !== call) return;
    hall.server({ type: 'PhonesGone', call }).catch(this.#parts.log);
  }

  #isLast(call: Call): boolean {
    return this.#calls.get(call.hall.world.meeting.id) === call;
  }

  #stop(id: MeetingId): void {
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    void call?.worker?.terminate();
  }

  #after(call: Call, ms: number, work: () => void): void {
    call.timers.add(setTimeout(work, ms).unref());
  }
}

const NOBODY: PhonesNow = {
  ...{ present: 0, connected: 0, voters: 0, findings: null, failure: null },
  figures: { ...new Books().figures, abstentions: null },
};

/**
 * The thread speaks to this very machine, under an address that no certificate names: it believes any, and needs no warning
 * of it in the terminal.
 */
function environmentFor(origin: string): NodeJS.ProcessEnv {
  if (!origin.startsWith('https:')) return process.env;
  return { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: '0', NODE_NO_WARNINGS: '1' };
}
