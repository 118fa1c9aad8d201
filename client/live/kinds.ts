// What pages ask of whatever is on stage: kind → its facts. Phones load it.
import type {
  CategoryCard,
  CountdownView,
  Ordinal,
  SubjectCard,
} from '../../shared/views/cards.ts';
import type { DrawView } from '../../shared/views/draw-slices.ts';
import type { ScoreStage, StageBody } from '../../shared/views/stage-slices.ts';

export type Kind = StageBody['kind'];
export type Body<K extends Kind = Kind> = Extract<StageBody, { readonly kind: K }>;

interface BodyFacts {
  /** The one unit that it is about, and its place among those that present. */
  readonly subject: SubjectCard | null;
  readonly ordinal: Ordinal | null;
  /** A closed round's clock says nothing any more. */
  readonly countdown: CountdownView | null;
  readonly draw: DrawView | null;
  readonly round: Omit<ScoreStage, 'kind' | 'subject' | 'ordinal' | 'countdown'> | null;
  /** How many units a round is about that goes on beside other items; null where none of those is on stage. */
  readonly batch: number | null;
  /** Whose standings are shown; null for all, and where there are none. */
  readonly category: CategoryCard | null;
}

const NOTHING: BodyFacts = {
  subject: null,
  ordinal: null,
  countdown: null,
  draw: null,
  round: null,
  batch: null,
  category: null,
};

const FACTS: { readonly [K in Kind]: (body: Body<K>) => Partial<BodyFacts> } = {
  idle: () => NOTHING,
  'check-in': () => NOTHING,
  draw: ({ draw }) => ({ draw }),
  presentation: ({ subject, ordinal, countdown }) => ({ subject, ordinal, countdown }),
  score: (round) => {
    const { subject, ordinal, countdown, phase } = round;
    return { subject, ordinal, countdown: phase === 'open' ? countdown : null, round };
  },
  written: (body) => ({ round: { ...body, closesItself: false }, batch: body.subjects }),
  board: ({ category }) => ({ category }),
  card: () => NOTHING,
};

export function factsOf(body: StageBody): BodyFacts {
  const facts = FACTS[body.kind] as (body: StageBody) => Partial<BodyFacts>;
  return { ...NOTHING, ...facts(body) };
}
