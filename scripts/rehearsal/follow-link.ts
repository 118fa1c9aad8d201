// Phones from a terminal, by a rehearsal's link: the link is checked, tickets are fetched, and what happens is told.
import type { ReviewerId } from '../../shared/ids.ts';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import { refusalSentence } from '../../shared/text/refusals.ts';
import type { RehearseText } from '../../shared/text/rehearse.ts';
import type { Books } from '../../server/rehearsal/books.ts';
import type { Chance } from '../../server/rehearsal/chance.ts';
import { follow } from '../../server/rehearsal/follow.ts';
import type { Link } from './link.ts';
import type { Findings } from '../../shared/rehearsal/report.ts';
import { Stopped } from './stopped.ts';

export interface LinkOptions {
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

/** @throws Stopped with a sentence where the server wants no phones */
export async function followLink(options: LinkOptions): Promise<Findings> {
  const { link, phones, text, tell } = options;
  const title = await titleOf(link, text);
  const tickets = await ticketsFor(link, text);
  tell(text.meeting(title, phones));
  return follow({
    ...options,
    ...{ origin: link.origin, meeting: link.meeting, tickets },
    onStage: ({ item, items, body }) => {
      const kind = body.kind === 'idle' ? text.notBegun : text.kind(body.kind);
      tell(text.stage(item?.n ?? 0, items, kind));
    },
    onPresent: (present) => {
      tell(text.present(present));
    },
    onDeleted: () => {
      tell(text.deleted);
    },
    onBegin: () => {
      tell(text.following);
    },
  });
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
  { origin, meeting, key }: LinkOptions['link'],
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
