// One simulated panel member: takes time, changes minds, abstains, loses the network, and sends again until answered.
import { setTimeout as wait } from 'node:timers/promises';
import type { Choice } from '../../shared/ballots/ballot.ts';
import type { DrawId, SeatId, SubjectId } from '../../shared/ids.ts';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import type { CastMessage, SlicesMessage } from '../../shared/protocol.ts';
import { PURPOSES } from '../../shared/meeting/draws/purposes.ts';
import { formAt } from '../../shared/meeting/round-forms.ts';
import type { Line } from '../../shared/scoring/form.ts';
import type { OpenRound, SeatView } from '../../shared/views/slices/panel-slices.ts';
import { ratedBy } from '../../shared/views/rated.ts';
import type { Played } from './played.ts';
import { SocketPhone } from './socket-phone.ts';
import { ConnectionRefused } from './view-mirror.ts';
import type { Books } from './books.ts';
import type { Chance } from './chance.ts';

export interface PersonOptions {
  readonly origin: string;
  readonly meeting: string;
  readonly reviewer: Played;
  readonly ticket: string;
  readonly chance: Chance;
  readonly books: Books;
  /** Milliseconds within which people score one unit. */
  readonly paceMs: number;
  /** Called for each message, with how long after it left the server it came, in milliseconds and an unknown constant. */
  readonly onMessage?: (person: Person, message: SlicesMessage<SeatView>) => void;
}

const ABSTAINS = 0.02;
const CHANGES_MIND = 0.1;
/** Of all ballots of live rounds: the network goes as the thumb leaves the button. */
const DROPS = 0.04;
/** Of all live rounds: the phone is in a pocket, and no ballot comes. */
const SITS_OUT = 0.02;
/** Of those drawn to ask: they would rather not. */
const DECLINES = 0.2;
const ANSWER_MS = 8000;
const BREATH_MS = 400;

/** Who hears this is in the house and may be called later. */
const NO_SEAT_YET: ReadonlySet<string> = new Set(['no-seat', 'in-reserve']);
/** Refusals after which the same ballot may be sent again. */
const LATER: ReadonlySet<string> = new Set(['too-many', 'busy', 'not-saved']);
/** Refusals at the door after which the same ticket may be let in all the same. */
const LATER_IN: ReadonlySet<string> = new Set([...LATER, 'marked-away', 'paused', 'places-full']);

/** `waits`: there is no seat yet, or no room. `turned-away`: that ticket will never be let in. */
type Arrival = 'seated' | 'waits' | 'turned-away';

export class Person {
  readonly reviewer: Played;
  readonly phone: SocketPhone;
  readonly #options: PersonOptions;
  /** Round and attempt, once this person has begun with it, and whether all of it is done. */
  readonly #begun = new Map<string, { done: boolean }>();
  readonly #words = new Set<DrawId>();
  readonly #questions = new Set<DrawId>();
  #gone = false;
  #closed = false;

  constructor(options: PersonOptions) {
    this.#options = options;
    this.reviewer = options.reviewer;
    const { origin, meeting, ticket } = options;
    this.phone = new SocketPhone({ origin, meeting, ticket });
  }

  get seat(): SeatId | null {
    return this.phone.view.me?.seat ?? null;
  }

  /** Scans the ticket. A refusal for another reason than that there is no seat yet goes into the books. */
  async arrive(): Promise<Arrival> {
    const { books } = this.#options;
    const began = performance.now();
    const refusal = await this.phone.claim();
    if (refusal) {
      if (!NO_SEAT_YET.has(refusal.code)) return this.#turnedAway(refusal);
      const { draw, me } = this.phone.drawing ?? {};
      const isAsked = draw?.phase === 'locked' && draw.words?.closed === false;
      // Who waits comes to the door again and again.
      if (isAsked && !me?.words.includes(draw.id)) this.#answer(draw.id, draw.sources);
      return 'waits';
    }
    try {
      await this.phone.connect();
    } catch (error) {
      this.phone.close();
      if (error instanceof ConnectionRefused) return this.#turnedAway(error.refusal);
      throw error;
    }
    books.claims.push(performance.now() - began);
    this.phone.listen({
      message: (message) => {
        void this.#do(() => {
          this.#options.onMessage?.(this, message);
          this.#look();
        });
      },
      connected: () => {
        books.reconnects += 1;
      },
    });
    this.#look();
    return 'seated';
  }

  /** Whether everything this person wants to say in a round is said. */
  isDone(round: string, attempt: number): boolean {
    return this.#gone || (this.#begun.get(`${round}/${String(attempt)}`)?.done ?? false);
  }

  /** Goes home: what was sent is still seen to its end, nothing new is begun. */
  leave(): void {
    this.#gone = true;
  }

  hasGone(): boolean {
    return this.#gone;
  }

  close(): void {
    this.#gone = true;
    this.#closed = true;
    this.phone.close();
  }

  #turnedAway(refusal: Refusal): Arrival {
    this.#options.books.turnedAway.add(refusal);
    return LATER_IN.has(refusal.code) ? 'waits' : 'turned-away';
  }

  /** What goes wrong with one phone is counted, and costs the others nothing. */
  async #do(work: () => Promise<void> | void): Promise<void> {
    try {
      await work();
    } catch {
      this.#options.books.mishaps += 1;
    }
  }

  #look(): void {
    const { stage, written = [] } = this.phone.view;
    if (!stage || this.#gone || this.phone.ended) return;
    for (const round of ratedBy(this.phone.view.me ?? {}, [...stage.open, ...written])) {
      const key = `${round.round}/${String(round.attempt)}`;
      if (this.#begun.has(key)) continue;
      const state = { done: false };
      this.#begun.set(key, state);
      void this.#do(() => this.#score(round)).then(() => {
        state.done = true;
      });
    }
    const { body } = stage;
    if (body.kind !== 'draw') return;
    if (body.draw.phase === 'locked') this.#answer(body.draw.id, body.draw.sources);
    if (body.draw.phase === 'done' && PURPOSES[body.draw.purpose].asks)
      this.#takeQuestion(body.draw.id);
  }

  /** Drawn to ask: most say yes. */
  #takeQuestion(draw: DrawId): void {
    if (this.#questions.has(draw) || !this.phone.view.me?.drawn.includes(draw)) return;
    this.#questions.add(draw);
    const { chance, paceMs } = this.#options;
    const comes = !chance.happens(DECLINES);
    void this.#do(async () => {
      await wait(chance.between(0.1, 0.4) * paceMs);
      const told = await this.phone.answer(draw, comes);
      // Nobody else is left: then they ask after all.
      if (!comes && told?.ok === false) await this.phone.answer(draw, true);
    });
  }

  async #score(round: OpenRound): Promise<void> {
    const { chance, paceMs } = this.#options;
    const mine = round.subjects.filter(({ id }) => !this.phone.view.me?.recusals.includes(id));
    const live = round.subjects.length === 1;
    if (live && chance.happens(SITS_OUT)) return;
    for (const { id } of chance.shuffled(mine)) {
      await wait(live ? thinking(chance, paceMs) : chance.between(0.03, 0.09) * paceMs);
      // Written reports that nobody read: one in a hundred is passed over.
      if (this.hasGone() || (!live && chance.happens(0.01))) continue;
      const rev = await this.#cast(round, id, 1, live);
      if (rev === null || !chance.happens(live ? CHANGES_MIND : CHANGES_MIND / 4)) continue;
      await wait(chance.between(0.1, 0.4) * paceMs);
      if (!this.hasGone()) await this.#cast(round, id, rev + 1, live);
    }
  }

  /** The revision that was taken in the end, or null where none was. */
  async #cast(
    open: OpenRound,
    subject: SubjectId,
    first: number,
    live: boolean,
  ): Promise<number | null> {
    const { books, chance } = this.#options;
    const { round, attempt } = open;
    const category = open.subjects.find(({ id }) => id === subject)?.category.id;
    const group = this.phone.view.me?.groupId;
    const form =
      group === undefined || category === undefined ? null : formAt(open, group, category);
    if (!form) return null;
    const choice = choose(chance, subject, form.lines);
    let message: CastMessage = { round, attempt, subject, rev: first, choice };
    const seat = this.seat;
    if (seat === null) return null;
    books.begin(message);
    const began = performance.now();
    let loses = live && chance.happens(DROPS);
    for (;;) {
      const sending = this.phone.send(message, ANSWER_MS);
      if (loses) {
        loses = false;
        await this.#loseNetwork();
      }
      const answer = await sending;
      if (answer?.ok) {
        books.acknowledge(seat, message, performance.now() - began);
        return message.rev;
      }
      if (answer === null) {
        // It stays in the books as unanswered.
        if (this.#closed) return null;
        if (this.phone.ended) {
          books.refuse(this.phone.ended);
          return null;
        }
        books.resends += 1;
      } else if (
        answer.refusal.code === 'older-revision' ||
        answer.refusal.code === 'revision-leaps'
      )
        message = { ...message, rev: answer.refusal.newest + 1 };
      else if (LATER.has(answer.refusal.code)) await wait(BREATH_MS);
      else {
        books.refuse(answer.refusal);
        return null;
      }
    }
  }

  async #loseNetwork(): Promise<void> {
    const { chance, paceMs } = this.#options;
    this.phone.drop();
    await wait(chance.between(0.1, 1) * Math.min(paceMs, 1500));
    this.phone.restore();
  }

  #answer(draw: DrawId, sources: readonly { readonly type: string }[]): void {
    if (this.#words.has(draw) || !sources.some(({ type }) => type === 'phones')) return;
    this.#words.add(draw);
    const { chance, paceMs, books } = this.#options;
    void this.#do(async () => {
      await wait(chance.between(0, paceMs));
      if (this.#gone) return;
      const word = WORDS[chance.below(WORDS.length)] ?? '';
      const answer = await this.phone.word(draw, `${word}${String(chance.below(1000))}`);
      if (answer?.ok) books.words += 1;
    });
  }
}

const WORDS = ['清风', '秋水', '长河', '远山', '明月', '芒种', '灯火', '麦田'];

/** Most people are quick, some are slow: the mean of two throws, towards the early side. */
function thinking(chance: Chance, paceMs: number): number {
  return Math.min(chance.next(), chance.next()) * paceMs + 60;
}

/** Around what the unit is worth in everybody's eyes, and each a little otherwise. */
function choose(chance: Chance, subject: SubjectId, lines: readonly Line[]): Choice {
  if (chance.happens(ABSTAINS)) return { kind: 'abstain' };
  const worth = 0.72 + 0.22 * worthOf(subject);
  const scores = lines.map((line) => {
    const share = Math.min(1, Math.max(0, worth + chance.between(-0.12, 0.12)));
    const near = share * Number(line.max);
    if ('scale' in line) {
      const marks = line.scale.map(({ mark }) => Number(mark));
      const away = (mark: number) => Math.abs(mark - near);
      return [
        line.id,
        marks.reduce((best, mark) => (away(mark) < away(best) ? mark : best)),
      ] as const;
    }
    const step = Number(line.step);
    return [line.id, Math.round(Math.round(near / step) * step * 1e6) / 1e6] as const;
  });
  return { kind: 'scores', scores: Object.fromEntries(scores) };
}

/** From 0 to 1, always the same for the same id. */
function worthOf(id: string): number {
  let hash = 2166136261;
  for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0;
  return (hash % 1000) / 1000;
}
