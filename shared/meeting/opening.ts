// The groups of a result before its total (RULES.md §7): which of them open, in what order, and why others never do.
import { canonical } from '../draw/canonical.ts';
import { compare } from '../scoring/rational.ts';
import type { CountingRules } from '../scoring/scheme.ts';
import { storedDecimal } from '../scoring/stored-decimal.ts';
import type { OpenedGroups, Round, SubjectResult } from './round.ts';
import { disclosureOf, shownGroups } from './shown-results.ts';

/** What one key opens, and how the others stand then: what `GroupsShown` says. */
export type Opening = Pick<OpenedGroups, 'ahead' | 'shut'> & {
  readonly groups: OpenedGroups['open'];
};

/** Up to so many groups open one to a key. */
const ONE_BY_ONE = 6;
const BUNDLE = 3;

/** How many groups one key opens, where so many have a row. */
export function groupsAKey(rows: number): number {
  return rows > ONE_BY_ONE ? BUNDLE : 1;
}

/** Whether the groups of a round are shown before its total. A written one's scores come with their rows on the board. */
export function opensGroups({ kind }: Pick<Round, 'kind'>): boolean {
  return kind === 'live';
}

/**
 * The groups of one result, the first `before` of them open already, as one key opens them up to the `shown`th. The lightest
 * comes first and equal weights in their fixed order, so that no number decides it and the outcome stays open longest.
 * Nothing opens where nothing may be shown, nor of a round over several subjects.
 */
export function openingOf(
  results: readonly SubjectResult[],
  rules: CountingRules,
  { before, shown }: { readonly before: number; readonly shown: number },
): Opening {
  const [result, ...others] = results;
  if (!result || others.length > 0) return { groups: [], ahead: [], shut: [] };
  const shownAs = shownGroups({ result, disclosure: disclosureOf(result, rules) });
  const order = shownAs
    .flatMap(({ group: { group, weight, value }, why }) =>
      why === null && value ? [{ group, value, weight: storedDecimal(weight) }] : [],
    )
    .sort((a, b) => compare(a.weight, b.weight));
  return {
    groups: order.slice(before, shown).map(({ group, value }) => ({ group, value })),
    ahead: order.slice(shown).map(({ group }) => group),
    shut: shownAs.flatMap(({ group: { group }, why }) => (why === null ? [] : [{ group, why }])),
  };
}

/** With what a key opens added to what stood open; null where it is not what was to come next. */
export function openedWith(before: OpenedGroups | null, next: Opening): OpenedGroups | null {
  const { groups, ahead, shut } = next;
  const newest = groups.map(({ group }) => group);
  const follows =
    !before || canonical([before.ahead, before.shut]) === canonical([[...newest, ...ahead], shut]);
  if (!follows || newest.length === 0) return null;
  return { open: [...(before?.open ?? []), ...groups], newest, ahead, shut };
}

/** Whether the groups that were opened are those of the result, and opened in their order. */
export function wasOpenedFrom(
  { open, ahead, shut }: OpenedGroups,
  results: readonly SubjectResult[],
  rules: CountingRules,
): boolean {
  const was: Opening = { groups: open, ahead, shut };
  return canonical(was) === canonical(openingOf(results, rules, { before: 0, shown: open.length }));
}
