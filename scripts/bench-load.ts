// The other side of the benchmark, in a process of its own: many phones and one projector.
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { connectionTo, NAMESPACE, type SlicesMessage } from '../shared/protocol.ts';
import type { ScreenView } from '../shared/views/audiences/audiences.ts';
import { SocketPhone } from '../server/rehearsal/socket-phone.ts';

export interface LoadJob {
  readonly origin: string;
  readonly meeting: string;
  /** One secret for each phone. */
  readonly tickets: readonly string[];
  /** All cast once within this time, evenly. */
  readonly spreadMs: number;
}

export interface LoadReport {
  readonly ackP50: number;
  readonly ackP99: number;
  readonly screenP50: number;
  readonly screenP99: number;
  /** From the first cast to the projector's message that counts the last one. */
  readonly tallyMs: number;
  readonly unanswered: number;
}

const JOINING_AT_ONCE = 50;

const [job] = (await once(process, 'message')) as [LoadJob];
const phones = job.tickets.map(
  (ticket) => new SocketPhone({ origin: job.origin, meeting: job.meeting, ticket }),
);
for (let n = 0; n < phones.length; n += JOINING_AT_ONCE)
  await Promise.all(phones.slice(n, n + JOINING_AT_ONCE).map((phone) => phone.join()));

/** shownAt[k]: when the projector first counted k ballots. */
const shownAt: number[] = [];
const screen = io(`${job.origin}${NAMESPACE.screen}`, {
  ...connectionTo(job.meeting),
  transports: ['websocket'],
  extraHeaders: { origin: job.origin },
});
screen.on('slices', ({ slices }: SlicesMessage<ScreenView>) => {
  const done = slices.progress?.kind === 'score' ? slices.progress.done : 0;
  const now = performance.now();
  for (let k = shownAt.length; k <= done; k++) shownAt[k] = now;
});
await new Promise<void>((resolve) => {
  screen.on('connect', resolve);
});
process.send?.('ready');

await Promise.all(phones.map((phone) => phone.until(({ stage }) => stage?.open.length === 1)));
await wait(500);
const began = performance.now();
const votes = await Promise.all(
  phones.map(async (phone, n) => {
    await wait((n / phones.length) * job.spreadMs);
    const sent = performance.now();
    const answer = await phone.vote(
      { kind: 'scores', scores: { c1: n % 41, c2: n % 21, c3: n % 26, c4: n % 16 } },
      1,
      120_000,
    );
    return { sent, acked: performance.now(), ok: answer?.ok === true };
  }),
);
const counted = votes.filter(({ ok }) => ok).sort((a, b) => a.acked - b.acked);
while (shownAt.length <= counted.length) await wait(10);

const acks = counted.map(({ sent, acked }) => acked - sent);
// The k-th acknowledged ballot is on the projector with the first message that counts k.
const screens = counted.map(({ sent }, k) => (shownAt[k + 1] ?? 0) - sent);
const report: LoadReport = {
  ackP50: percentile(acks, 0.5),
  ackP99: percentile(acks, 0.99),
  screenP50: percentile(screens, 0.5),
  screenP99: percentile(screens, 0.99),
  tallyMs: (shownAt[counted.length] ?? 0) - began,
  unanswered: votes.length - counted.length,
};
process.send?.(report, () => process.exit(0));

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
