// Pools that were sealed beforehand (DRAW.md §11): what a seal holds, which draws name it, and what their locks list.
import { addedTo, missingFrom, sealedHash, type SealedPool } from '../../draw/seal.ts';
import type { Lock } from '../../draw/lock.ts';
import type { Instant } from '../../instant.ts';
import type { ItemOf } from '../agenda/item.ts';
import type { Meeting } from '../state.ts';
import { PURPOSES } from './purposes.ts';
import type { Seal, SealedKind } from './sealed-kinds.ts';
import type { DrawTerms } from './terms.ts';

/** Of the lists as they are: ids, ascending, each with its category, or its group and what quotas ask about. */
export function poolToSeal({ pool, subjects }: Meeting, of: SealedKind): SealedPool['pool'] {
  const members =
    of === 'people'
      ? [...pool.values()].map(({ id, group, codes }) => ({ id, a: { group, ...codes } }))
      : [...subjects.values()].map(({ id, category }) => ({ id, a: { category } }));
  return members.sort((one, other) => (one.id < other.id ? -1 : 1));
}

export function sealOf(of: SealedKind, pool: SealedPool, at: Instant): Seal {
  return { of, sealed: sealedHash(pool), at, pool };
}

/** The newest seal that this draw draws from; those among the seated draw from no roster, nor those among a ranking. */
export function sealFor(
  { seals }: Meeting,
  { purpose, rule, tie }: Pick<ItemOf<'draw'>, 'purpose' | 'rule' | 'tie'>,
): Seal | undefined {
  if (rule?.kind === 'bands' || tie) return undefined;
  const { of, effect } = PURPOSES[purpose];
  if (of === 'units') return newestSeal(seals, of);
  return effect === 'seats' ? newestSeal(seals, of) : undefined;
}

export function newestSeal(seals: readonly Seal[], of: SealedKind): Seal | undefined {
  return seals.filter((seal) => seal.of === of).at(-1);
}

/** What a lock says of the seal that it draws from: its digits, who was added, and who has left the lists since. */
export function sealedTerms(
  seal: Seal | undefined,
  { pool, excluded }: Pick<DrawTerms, 'pool' | 'excluded'>,
): Pick<Lock, 'excluded' | 'sealed' | 'added'> {
  if (!seal) return { excluded };
  const known = new Set(excluded.map(({ id }) => id));
  const gone = missingFrom(seal.pool, pool).filter((id) => !known.has(id));
  return {
    excluded: [...excluded, ...gone.map((id) => ({ id, why: 'gone' }))],
    sealed: seal.sealed,
    added: addedTo(seal.pool, pool),
  };
}

/** How many a lock lists as added to the seal that it names, and as missing of it; null where it names none. */
export function sealDifferences(
  { seals }: Meeting,
  { sealed, added = [], pool }: Pick<Lock, 'sealed' | 'added' | 'pool'>,
): { readonly sealed: string; readonly added: number; readonly missing: number } | null {
  const seal = seals.find((one) => one.sealed === sealed);
  if (sealed === undefined || !seal) return null;
  return { sealed, added: added.length, missing: missingFrom(seal.pool, pool).length };
}
