// Phones of the benchmark, in a process of their own: they join, cast when told to, and say when all of them are back.
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { SocketPhone } from '../server/rehearsal/socket-phone.ts';

export interface PhonesJob {
  readonly origin: string;
  readonly meeting: string;
  readonly tickets: readonly string[];
}

/** Asked one after the other; each is answered by its own name, `cast` and `back` with a number. */
export type PhonesAsk = 'cast' | 'gone' | 'back' | 'leave';

/** `cast`: how many were acknowledged. `back`: how many had the same receipt when they sent their ballots again. */
export interface PhonesAnswer {
  readonly done: 'join' | PhonesAsk;
  readonly count: number;
}

const JOINING_AT_ONCE = 50;
const choice = { kind: 'scores', scores: { c1: 20, c2: 10, c3: 13, c4: 8 } } as const;

const [job] = (await once(process, 'message')) as [PhonesJob];
const { origin, meeting } = job;
const phones = job.tickets.map((ticket) => new SocketPhone({ origin, meeting, ticket }));
for (let n = 0; n < phones.length; n += JOINING_AT_ONCE)
  await Promise.all(phones.slice(n, n + JOINING_AT_ONCE).map((phone) => phone.join()));
tell('join', phones.length);

const codes = new Map<SocketPhone, string>();
for (;;) {
  const [ask] = (await once(process, 'message')) as [PhonesAsk];
  if (ask === 'cast') {
    await Promise.all(phones.map((phone) => phone.until(({ stage }) => stage?.open.length === 1)));
    await Promise.all(
      phones.map(async (phone) => {
        const answer = await phone.vote(choice, 1, 60_000);
        if (answer?.ok) codes.set(phone, answer.receipt.code);
      }),
    );
    tell('cast', codes.size);
  }
  if (ask === 'gone') {
    while (phones.some(({ connected }) => connected)) await wait(10);
    tell('gone', 0);
  }
  if (ask === 'back') {
    while (!phones.every(({ connected }) => connected)) await wait(10);
    const again = await Promise.all(phones.map((phone) => phone.vote(choice, 1, 60_000)));
    const same = again.filter((answer, n) => {
      const phone = phones[n];
      return answer?.ok && phone !== undefined && answer.receipt.code === codes.get(phone);
    });
    tell('back', same.length);
  }
  if (ask === 'leave') {
    for (const phone of phones) phone.close();
    process.send?.({ done: 'leave', count: 0 } satisfies PhonesAnswer, () => process.exit(0));
  }
}

function tell(done: PhonesAnswer['done'], count: number): void {
  process.send?.({ done, count } satisfies PhonesAnswer);
}
