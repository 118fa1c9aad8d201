// What is told while it is computed how sure a result is, a line after the other.
import type { Certainty } from './results/certainty/permitted.ts';

export type CertaintyTold =
  /** How far it is, from 0 to 1. */
  | { readonly done: number }
  | { readonly found: Certainty }
  /** It took too long or wanted too much memory. */
  | { readonly ended: true };
