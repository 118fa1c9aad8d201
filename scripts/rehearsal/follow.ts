// Phones for a rehearsal that somebody else leads: they take part until time is over or they are called off.
import { setTimeout as wait } from 'node:timers/promises';
import type { ReviewerId } from '../../shared/ids.ts';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import { refusalSentence } from '../../shared/text/refusals.ts';
import type { RehearseText } from '../../shared/text/rehearse.ts';
import type { Books } from './books.ts';
import type { Chance } from './chance.ts';
import { Crowd } from './crowd.ts';
import type { Link } from './link.ts';
import type { Findings } from './report.ts';
import { Stopped } from './stopped.ts';

export interface FollowOptions {
  readonly link: Extract<Link, { readonly kind: 'phones' }>;
  readonly phones: number;
  readonly paceMs: number;
  readonly chance: Chance;
  readonly books: Books;
  readonly text: RehearseText;
  readonly tell: (sentence: string) => void;
  /** Ends the rehearsal. */
  readonly signal: AbortSignal;
}

/** How often those without a seat try again when nothing on the stage has told them to. */
const RETRY_MS = 15_000;
const DOOR_MS = 6000;
const SETTLE_MS = 20_000;

/** @throws Stopped with a sentence where the server wants no phones */
export async function follow(options: FollowOptions): Promise<Findings> {
  const { link, phones, text, tell } = options;
  const deleted = new AbortController();
  const signal = AbortSignal.any([options.signal, deleted.signal]);
  const { origin, meeting } = link;
  const title = await titleOf(link, text);
  const crowd = new Crowd({ ...options, origin, meeting, led: false });
  // The roster stands in groups: in its order, few phones would all be of the first one.
  const tickets = options.chance.shuffled(await ticketsFor(link, text));
  for (const { reviewer, secret } of tickets) crowd.expect(reviewer, secret);
  tell(text.meeting(title, phones));

  let changed: () => void = () => undefined;
  let item = '';
  await crowd.watch(
    (stage) => {
      const now = `${stage.item?.id ?? ''}/${stage.body.kind}`;
      if (now === item) return;
      item = now;
      tell(
        text.stage(
          stage.item?.n ?? 0,
          stage.items,
          stage.body.kind === 'idle' ? text.notBegun : text.kind(stage.body.kind),
        ),
      );
      changed();
    },
    () => {
      tell(text.deleted);
      deleted.abort();
    },
  );
  tell(text.following);
  try {
    let present = -1;
    while (!signal.aborted) {
      await crowd.comeIn(phones, present < 0 ? DOOR_MS : 0);
      if (crowd.people.length !== present) tell(text.present(crowd.people.length));
      present = crowd.people.length;
      const stageChanged = new Promise<void>((resolve) => {
        changed = resolve;
      });
      await Promise.race([stageChanged, wait(RETRY_MS, undefined, { signal })]).catch(
        () => undefined,
      );
      // Several changes come at once when a draw is over.
      await wait(300, undefined, { signal }).catch(() => undefined);
    }
    await crowd.settle(SETTLE_MS);
    const lost = await crowd.missing();
    return {
      present: crowd.people.length,
      asked: phones,
      lost: lost.map(
        ({ round, subject, seat, rev }) => `${round} ${subject} ${seat} ${String(rev)}`,
      ),
      board: null,
      draws: null,
      led: false,
    };
  } finally {
    crowd.close();
  }
}

/** The meeting's title, once it is sure that it is a rehearsal. */
export async function titleOf(
  { origin, meeting }: { readonly origin: string; readonly meeting: string },
  text: RehearseText,
): Promise<string> {
  const answer = await ask<{ stage: { meeting: { title: string; rehearsal: boolean } } }>(
    `${origin}/m/${meeting}/api/snapshot`,
  );
  if (answer === null) throw new Stopped(text.unreachable(origin));
  if (!answer.ok) throw new Stopped(text.noMeeting);
  const { title, rehearsal } = answer.stage.meeting;
  if (!rehearsal) throw new Stopped(text.notRehearsal(title));
  return title;
}

async function ticketsFor(
  { origin, meeting, key }: FollowOptions['link'],
  text: RehearseText,
): Promise<readonly { readonly reviewer: ReviewerId; readonly secret: string }[]> {
  const answer = await ask<{ tickets: readonly { reviewer: ReviewerId; secret: string }[] }>(
    `${origin}/m/${meeting}/api/rehearsal-tickets`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ key }),
    },
  );
  if (answer === null) throw new Stopped(text.unreachable(origin));
  if (answer.ok) return answer.tickets;
  throw new Stopped(
    answer.refusal.code === 'wrong-key'
      ? text.keyWrong
      : text.refused(refusalSentence(text.language, answer.refusal)),
  );
}

type Asked<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly refusal: Refusal };

/** null where nobody answers, or not as our server would. */
async function ask<T>(url: string, init: RequestInit = {}): Promise<Asked<T> | null> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(15_000) });
    return (await response.json()) as Asked<T>;
  } catch {
    return null;
  }
}
