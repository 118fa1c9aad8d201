// Which pools can be sealed, and a seal as the state has it; tables of commands name the kinds.
import type { SealedPool } from '../../draw/seal.ts';
import type { Instant } from '../../instant.ts';

/** Everybody of the roster of reviewers, or all units. */
export const SEALED_POOLS = ['people', 'units'] as const;
export type SealedKind = (typeof SEALED_POOLS)[number];

export interface Seal {
  readonly of: SealedKind;
  /** 64 hex digits, see `sealedHash`. */
  readonly sealed: string;
  readonly at: Instant;
  readonly pool: SealedPool;
}
