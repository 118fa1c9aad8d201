// What a round's ballots are counted by, and the one hash that stands for all of it (R4, R8).
import { canonical } from '../draw/canonical.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Scheme } from '../scoring/scheme.ts';
import type { SheetTree } from '../scoring/sheet-tree.ts';
import type { Group } from './people.ts';
import type { Round, Terms } from './round.ts';

/** Freezes sheet, scheme and weights as they stand. */
export function termsOf(
  sheet: SheetTree,
  scheme: Scheme,
  groups: readonly Pick<Group, 'id' | 'weight'>[],
  secrecy: Round['secrecy'],
): Terms {
  const weights = groups.map(({ id, weight }) => ({ group: id, weight: String(weight) }));
  const version = ({ id, version: n }: SheetTree | Scheme) => ({ id, version: n });
  return {
    form: { kind: 'sheet', sheets: [{ sheet: version(sheet) }] },
    scheme: version(scheme),
    weights,
    rules: rulesHash({ form: { kind: 'sheet', sheets: [{ sheet }] }, scheme, weights, secrecy }),
  };
}

/** T("rules", C(form with its sheets whole, scheme whole, weights, secrecy)). */
function rulesHash(rules: object): string {
  return fingerprint('rules', canonical(rules));
}
