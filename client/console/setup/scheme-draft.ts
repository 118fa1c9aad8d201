// Scheme and weights as they are being edited, for the forms and for the example beside them.
import type { GroupId } from '../../../shared/ids.ts';
import { SCHEME_DEFAULTS, type Scheme } from '../../../shared/scoring/scheme.ts';
import { useView } from '../parts/console-context.ts';
import { useDraft, type DraftOf } from '../parts/use-draft.ts';

export interface SchemeDraft extends Pick<Scheme, 'centre' | 'emptyGroup' | 'belowFloor'> {
  readonly spread: Scheme['spread']['kind'];
  /** Kept while another spread is chosen. */
  readonly t: number | null;
  readonly margin: number | null;
  readonly floor: number | null;
  readonly step: number | null;
}

/** What a spread starts from where none stands. */
const USUAL = { t: 1, margin: 10 };

export function useSchemeDraft(): {
  readonly draft: DraftOf<SchemeDraft>;
  /** As it would be adopted, flawed where the form is. */
  readonly made: Omit<Scheme, 'version'>;
  /** Whether any is adopted yet. */
  readonly stands: boolean;
} {
  const scheme = useView((view) => view.setup.scheme);
  const { spread, ...standing } = scheme ?? SCHEME_DEFAULTS;
  const draft = useDraft<SchemeDraft>('AdoptScheme', 'scheme/rules', {
    ...{ centre: standing.centre, emptyGroup: standing.emptyGroup },
    ...{ belowFloor: standing.belowFloor, floor: standing.floor, step: standing.step },
    spread: spread.kind,
    t: spread.kind === 'trim' ? spread.t : USUAL.t,
    margin: spread.kind === 'cap' ? Number(spread.margin) : USUAL.margin,
  });
  const made = { id: scheme?.id ?? 'scheme', ...rulesOf(draft.value) };
  return { draft, made, stands: scheme !== null };
}

function rulesOf({
  spread,
  t,
  margin,
  floor,
  step,
  ...chosen
}: SchemeDraft): Omit<Scheme, 'id' | 'version'> {
  const numbers = { floor: floor ?? -1, step: step ?? -1 };
  const { centre, emptyGroup, belowFloor } = chosen;
  const rest = { centre, emptyGroup, belowFloor, ...numbers };
  switch (spread) {
    case 'none':
      return { ...rest, spread: { kind: spread } };
    case 'trim':
      return { ...rest, spread: { kind: spread, t: t ?? -1 } };
    case 'cap':
      return { ...rest, spread: { kind: spread, margin: String(margin ?? '') } };
  }
}

export type WeightsDraft = ReadonlyMap<GroupId, number | null>;

export function useWeightsDraft(): DraftOf<WeightsDraft> {
  const groups = useView((view) => view.setup.groups);
  const standing: WeightsDraft = new Map(groups.map(({ id, weight }) => [id, weight]));
  return useDraft<WeightsDraft>('SetWeights', 'scheme/weights', standing);
}
