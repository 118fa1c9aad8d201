// What pages ask of whatever is on stage: kind → its facts. Phones load it.
import type {
  CategoryCard,
  CountdownView,
  Ordinal,
  SubjectCard,
} from '../../shared/views/slices/cards.ts';
import type { DrawView } from '../../shared/views/slices/draw-slices.ts';
import type { ScoreStage, StageBody } from '../../shared/views/slices/stage-slices.ts';

export type Kind = StageBody['kind'];
export type Body<K extends Kind = Kind> = Extract<StageBody, { readonly kind: K }>;

/** Each is absent where there is none. */
interface BodyFacts {
  /** The one unit that it is about. */
  readonly subject?: SubjectCard;
  /** Its place among those that present. */
  readonly ordinal?: Ordinal | null;
  /** A closed round's clock says nothing any more. */
  readonly countdown?: CountdownView | null;
  readonly draw?: DrawView;
  readonly round?: Omit<ScoreStage, 'kind' | 'subject' | 'ordinal' | 'countdown'>;
  /** How many units a round is about that goes on beside other items. */
  readonly batch?: number;
  /** Whose standings are shown; null for all. */
  readonly category?: CategoryCard | null;
}

const nothing = (): BodyFacts => ({});

const FACTS: { readonly [K in Kind]: (body: Body<K>) => BodyFacts } = {
  idle: nothing,
  'check-in': nothing,
  draw: ({ draw }) => ({ draw }),
  presentation: ({ subject, ordinal, countdown }) => ({ subject, ordinal, countdown }),
  score: (round) => ({
    ...{ subject: round.subject, ordinal: round.ordinal, round },
    countdown: round.phase === 'open' ? round.countdown : null,
  }),
  written: (body) => ({ round: { ...body, closesItself: false }, batch: body.subjects }),
  board: ({ category }) => ({ category }),
  card: nothing,
};

export function factsOf(body: StageBody): BodyFacts {
  return (FACTS[body.kind] as (body: StageBody) => BodyFacts)(body);
}
