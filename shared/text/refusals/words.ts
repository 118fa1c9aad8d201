// What a table of sentences for refusals holds: a code without its sentence does not compile.
import type { RefusalCode, RefusalOf } from '../../meeting/refusals.ts';

/** A plain sentence, or a function of what the refusal says beside its code. */
type Sentence<C extends RefusalCode> = keyof RefusalOf<C> extends 'code'
  ? string
  : (refusal: RefusalOf<C>) => string;

export type RefusalText = { readonly [C in RefusalCode]: Sentence<C> };
