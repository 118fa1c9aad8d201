// What a socket says, as types: commands up with an answer each, view slices down with a version each.
import type { Choice } from './ballots/ballot.ts';
import type { RoundId, SubjectId } from './ids.ts';
import type { Refusal } from './meeting/refusals.ts';

/**
 * Goes up with every change of what travels, messages and slices alike, that a page of the last version would not
 * understand or be understood in. Page and server compare theirs as they connect.
 */
export const PROTOCOL = 2;

/** How a page, or whoever does as pages do, connects to a meeting's sockets. */
export function connectionTo(meeting: string) {
  return { path: `/m/${encodeURIComponent(meeting)}/live`, auth: { protocol: PROTOCOL } };
}

/** The namespaces, one for each audience. */
export const NAMESPACE = {
  staff: '/staff',
  panel: '/panel',
  screen: '/screen',
  public: '/watch',
} as const;

export interface CastMessage {
  readonly round: RoundId;
  readonly attempt: number;
  readonly subject: SubjectId;
  readonly rev: number;
  readonly choice: Choice;
}

/** What stands behind 已计入: sent only when the ballot is on disk (R1). */
export interface Receipt {
  readonly round: RoundId;
  readonly attempt: number;
  readonly subject: SubjectId;
  readonly rev: number;
  /** Two decimals; null for an abstention. */
  readonly total: string | null;
  readonly code: string;
}

export type Answer<T = object> =
  ({ readonly ok: true } & T) | { readonly ok: false; readonly refusal: Refusal };
export type CastAnswer = Answer<{ readonly receipt: Receipt }>;
/** To `time`, which any page may ask: the server's clock as it answers. */
export type TimeAnswer = Answer<{ readonly now: number }>;

/**
 * Slices on their way down. `version` counts the messages of one audience; `since` is the version they follow, or null
 * where they are the whole view. A client whose version is not `since` has missed one and asks for the whole (`resync`).
 */
export interface SlicesMessage<View = Readonly<Record<string, unknown>>> {
  readonly version: number;
  readonly since: number | null;
  /** The server's clock as the message left, so that countdowns do not depend on the phone's. */
  readonly now: number;
  readonly slices: Partial<View>;
}

export interface ServerToClient {
  readonly slices: (message: SlicesMessage) => void;
  /** This connection is over and says why; the server hangs up after it. */
  readonly ended: (refusal: Refusal) => void;
}
