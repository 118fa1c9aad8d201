// The panel of the pictures: phones without a screen that score alike in every run.
import { setTimeout as wait } from 'node:timers/promises';
import type { PrintedTicket } from '../../shared/printed-ticket.ts';
import type { CastMessage } from '../../shared/protocol.ts';
import type { OpenRound } from '../../shared/views/slices/panel-slices.ts';
import { SocketPhone } from '../../server/rehearsal/socket-phone.ts';

export class Panel {
  readonly #members: { readonly ticket: PrintedTicket; readonly phone: SocketPhone }[] = [];
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  async join(meeting: string, tickets: readonly PrintedTicket[]): Promise<void> {
    const members = tickets.map((ticket) => {
      const secret = new URL(ticket.url).hash.slice(1);
      return { ticket, phone: new SocketPhone({ origin: this.#origin, meeting, ticket: secret }) };
    });
    await Promise.all(members.map(({ phone }) => phone.join()));
    this.#members.push(...members);
    // Groups are as far along as each other at any moment, so that the screen shows its number.
    const place = new Map<PrintedTicket, number>();
    const groups = new Set(this.#members.map(({ ticket }) => ticket.group));
    for (const group of groups) {
      const those = this.#members.filter(({ ticket }) => ticket.group === group);
      for (const [n, { ticket }] of those.entries()) place.set(ticket, n / those.length);
    }
    this.#members.sort((a, b) => (place.get(a.ticket) ?? 0) - (place.get(b.ticket) ?? 0));
  }

  /** The first so many score all that is open to them; says how many did. */
  async score(people = Infinity): Promise<number> {
    const scored = await Promise.all(
      this.#members.slice(0, people).map(async ({ ticket, phone }) => {
        const { stage, written, me } = phone.view;
        const owed = [...(stage?.open ?? []), ...(written ?? [])].flatMap((round) =>
          round.subjects
            .filter(({ id }) => !me?.recusals.includes(id))
            .map(({ id }) => ballotOf(ticket.reviewer, round, id)),
        );
        const given = new Set(me?.ballots.map((one) => `${one.round} ${one.subject.id}`));
        const todo = owed.filter(({ round, subject }) => !given.has(`${round} ${subject}`));
        for (const ballot of todo) await cast(phone, ballot);
        return owed.length > 0;
      }),
    );
    return scored.filter(Boolean).length;
  }

  close(): void {
    for (const { phone } of this.#members) phone.close();
  }
}

function ballotOf(
  person: string,
  { round, attempt, forms: [form] }: OpenRound,
  subject: CastMessage['subject'],
): CastMessage {
  const scores = (form?.lines ?? []).map(({ id, max }, n) => {
    // A unit is liked more or less by all, and a little differently by each.
    const lost = (sum(subject) % 5) * 0.04 + (sum(`${person}${subject}${String(n)}`) % 5) * 0.03;
    return [id, Math.round(Number(max) * (1 - lost))] as const;
  });
  const choice = { kind: 'scores' as const, scores: Object.fromEntries(scores) };
  return { round, attempt, subject, rev: 1, choice };
}

function sum(text: string): number {
  return Array.from(text).reduce((n, c) => (n * 131 + c.charCodeAt(0)) % 9973, 7);
}

/** A phone that is too quick waits, as a person's would. */
async function cast(phone: SocketPhone, message: CastMessage): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const answer = await phone.send(message, 5000);
    if (answer?.ok) return;
    if (answer && answer.refusal.code !== 'too-many') throw new Error(answer.refusal.code);
    await wait(250);
  }
  throw new Error(`no answer for ${message.subject}`);
}
