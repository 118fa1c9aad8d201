// What each line of the readiness list says, whatever the language.
import type { ReadinessId, ReadinessLine } from '../../views/slices/readiness-lines.ts';

/** How each line reads: its name, what stands, and what to do or know; the latter may be empty. */
export type Lines = {
  readonly [Id in ReadinessId]: {
    readonly name: string;
    readonly fact: (line: Extract<ReadinessLine, { readonly id: Id }>) => string;
    readonly say: (line: Extract<ReadinessLine, { readonly id: Id }>) => string;
  };
};
