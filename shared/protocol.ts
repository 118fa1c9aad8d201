// What a socket says, as types: commands up with an answer each, view slices down with a version each.
import type { RoundId, SubjectId } from './ids.ts';
import type { Given } from './meeting/commands/command.ts';
import type { SEAT_COMMANDS } from './meeting/commands/seats.ts';
import type { Expectation, StaffCommand } from './meeting/commands.ts';
import type { Refusal } from './meeting/refusals.ts';
import type { Audience } from './views/audiences/audiences.ts';

/**
 * Goes up with every change of what travels, messages and slices alike, that a page of the last version would not
 * understand or be understood in. Page and server compare theirs as they connect.
 */
export const PROTOCOL = 5;

/** How a page, or whoever does as pages do, connects to a meeting's sockets. */
export function connectionTo(meeting: string) {
  return { path: `/m/${meeting}/live`, auth: { protocol: PROTOCOL } };
}

/** The namespaces, one for each audience. */
export const NAMESPACE = {
  staff: '/staff',
  panel: '/panel',
  screen: '/screen',
  public: '/watch',
} as const;

type SeatMessage<T extends keyof typeof SEAT_COMMANDS> = Given<(typeof SEAT_COMMANDS)[T]['body']>;
export type CastMessage = SeatMessage<'CastBallot'>;
export type CommentMessage = SeatMessage<'WriteComment'>;

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

/** Who may ask what; both ends take their types from here and from {@link Asked}. */
export const ASKED_BY = {
  command: ['staff'],
  cast: ['panel'],
  word: ['panel'],
  comment: ['panel'],
  answer: ['panel'],
  /** Of a page that stands open in the hall, projector or tablet: whether it keeps its machine awake. */
  awake: ['screen', 'public'],
} as const satisfies Readonly<Record<Ask, readonly Audience[]>>;

/** What a message holds, and what is answered to it. */
interface Asked {
  readonly command: readonly [
    { readonly command: StaffCommand; readonly expects: Expectation },
    Answer,
  ];
  readonly cast: readonly [CastMessage, CastAnswer];
  readonly word: readonly [SeatMessage<'SendWord'>, Answer];
  readonly comment: readonly [CommentMessage, Answer];
  readonly answer: readonly [SeatMessage<'AnswerDraw'>, Answer];
  readonly awake: readonly [{ readonly awake: boolean }, Answer];
}

export type Ask = keyof Asked;
export type MessageOf<A extends Ask> = Asked[A][0];
export type AnswerTo<A extends Ask> = Asked[A][1];

export type ClientToServer = {
  readonly [A in Ask]: (message: MessageOf<A>, answer: (told: AnswerTo<A>) => void) => void;
} & {
  readonly resync: () => void;
  readonly time: (answer: (told: TimeAnswer) => void) => void;
};

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

/** What a claim's answer brings of the seat's view: the page shows it before its socket stands, which brings the whole anew. */
export interface FirstView<View = Readonly<Record<string, unknown>>> extends Pick<
  SlicesMessage<View>,
  'now' | 'slices'
> {
  /** {@link PROTOCOL} of the server; a page of another version waits for what the socket says. */
  readonly protocol: number;
}

export interface ServerToClient<View = Readonly<Record<string, unknown>>> {
  readonly slices: (message: SlicesMessage<View>) => void;
  /** This connection is over and says why; the server hangs up after it. */
  readonly ended: (refusal: Refusal) => void;
}
