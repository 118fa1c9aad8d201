// What pages ask of whatever is on stage: kind → its facts. Phones load it.
import type {
  ShownCategory,
  CountdownView,
  Ordinal,
  ShownSubject,
} from '../../shared/views/slices/shown.ts';
import type { DrawView } from '../../shared/views/slices/draw-slices.ts';
import type { ScoreStage, StageBody } from '../../shared/views/slices/stage-slices.ts';

export type Kind = StageBody['kind'];
export type Body<K extends Kind = Kind> = Extract<StageBody, { readonly kind: K }>;

/** Each is absent where there is none. */
interface BodyFacts {
  readonly kind: Kind;
  /** The one unit that it is about. */
  readonly subject?: ShownSubject;
  /** Its place among those that present. */
  readonly ordinal?: Ordinal | null;
  /** A closed round's clock says nothing any more. */
  readonly countdown?: CountdownView | null;
  readonly draw?: DrawView;
  readonly round?: Omit<
    ScoreStage,
    'kind' | 'subject' | 'ordinal' | 'countdown' | 'moves' | 'opened' | 'result'
  > &
    Partial<Pick<ScoreStage, 'opened'>>;
  /** How many units a round is about that goes on beside other items. */
  readonly batch?: number;
  /** Whose standings are shown; null for all. */
  readonly category?: ShownCategory | null;
}

type Facts<K extends Kind> = (body: Body<K>) => BodyFacts;

/** Those that hold a round. Of every other kind each field that is called like a fact is that fact. */
const ROUNDS = {
  score: (round) => ({
    ...{ kind: round.kind, subject: round.subject, ordinal: round.ordinal, round },
    countdown: round.phase === 'open' ? round.countdown : null,
  }),
  written: (body) => ({
    ...{ kind: body.kind, batch: body.subjects },
    round: { ...body, closesItself: false },
  }),
} satisfies { readonly [K in Kind]?: Facts<K> };

export function factsOf(body: StageBody): BodyFacts {
  return holdsRound(body) ? (ROUNDS[body.kind] as Facts<typeof body.kind>)(body) : body;
}

function holdsRound(body: StageBody): body is Body<keyof typeof ROUNDS> {
  return Object.hasOwn(ROUNDS, body.kind);
}
