// What the simulated phones did and were told: the rehearsal's own bookkeeping, against which the server is checked.
import type { Choice } from '../../shared/ballots/ballot.ts';
import type { RoundId, SeatId, SubjectId } from '../../shared/ids.ts';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import type { CastMessage } from '../../shared/protocol.ts';
import type { PhoneFigures, RefusalCount, Waits } from '../../shared/rehearsal/report.ts';

export interface Acknowledged {
  readonly seat: SeatId;
  readonly round: RoundId;
  readonly attempt: number;
  readonly subject: SubjectId;
  readonly rev: number;
  readonly choice: Choice;
}

/** How often phones heard the same refusal, whatever it says beside its code. */
export class Refusals {
  readonly #byCode = new Map<string, RefusalCount>();

  add(refusal: Refusal): void {
    const { code } = refusal;
    this.#byCode.set(code, { refusal, times: (this.#byCode.get(code)?.times ?? 0) + 1 });
  }

  /** The most frequent first. */
  get all(): readonly RefusalCount[] {
    return [...this.#byCode.values()].sort((a, b) => b.times - a.times);
  }
}

export class Books {
  /** Milliseconds, one for each. */
  readonly claims: number[] = [];
  readonly acks: number[] = [];
  readonly pushes: number[] = [];
  /** Ballots and changes of mind that a phone sent at least once. */
  sent = 0;
  changes = 0;
  abstentions = 0;
  resends = 0;
  reconnects = 0;
  words = 0;
  /** Errors that one phone ran into. */
  mishaps = 0;
  /** Told so and not counted. */
  readonly refused = new Refusals();
  /** Phones that could not come in. */
  readonly turnedAway = new Refusals();
  readonly #newest = new Map<string, Acknowledged>();
  #acknowledged = 0;
  #pending = 0;

  get acknowledged(): number {
    return this.#acknowledged;
  }

  /** Sent and neither acknowledged nor refused. */
  get pending(): number {
    return this.#pending;
  }

  /** The newest acknowledged ballot of each seat for each subject. */
  get newest(): Iterable<Acknowledged> {
    return this.#newest.values();
  }

  /** All of it in figures, as it stands now. */
  get figures(): PhoneFigures {
    return {
      sent: this.sent,
      acknowledged: this.#acknowledged,
      pending: this.#pending,
      changes: this.changes,
      abstentions: this.abstentions,
      resends: this.resends,
      reconnects: this.reconnects,
      words: this.words,
      refused: this.refused.all,
      turnedAway: this.turnedAway.all,
      mishaps: this.mishaps,
      claims: waitsOf(this.claims),
      pushes: waitsOf(this.pushes),
      acks: waitsOf(this.acks),
    };
  }

  begin(message: CastMessage): void {
    this.sent += 1;
    this.#pending += 1;
    if (message.rev > 1) this.changes += 1;
    if (message.choice.kind === 'abstain') this.abstentions += 1;
  }

  /** @param ms from the first time it was sent */
  acknowledge(seat: SeatId, message: CastMessage, ms: number): void {
    this.#pending -= 1;
    this.#acknowledged += 1;
    this.acks.push(ms);
    const { round, attempt, subject, rev, choice } = message;
    const key = `${round}/${String(attempt)}/${subject}/${seat}`;
    if ((this.#newest.get(key)?.rev ?? 0) < rev)
      this.#newest.set(key, { seat, round, attempt, subject, rev, choice });
  }

  refuse(refusal: Refusal): void {
    this.#pending -= 1;
    this.refused.add(refusal);
  }
}

function waitsOf(values: readonly number[]): Waits | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { half: at(0.5), most: at(0.99), slowest: at(1) };
}
