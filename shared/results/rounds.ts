// From ballots to the score of a subject in a round (RESULTS.md §1, §2).
import { own } from '../own.ts';
import { composeGroups, groupValue } from '../scoring/counting.ts';
import type { Rational } from '../scoring/rational.ts';
import type { CountingRules } from '../scoring/scheme.ts';
import type { CaseBallot, CaseRound, CaseSeat, CaseSubject, ResultCase } from './case.ts';
import { formOf, totalOf } from './filled.ts';
import type { Worth } from '../scoring/form.ts';
import { distinct, known, refuse } from './refused.ts';

/** One subject in one round. */
export interface Scored {
  readonly score: Rational | null;
  /** By group, as it counts: null where it has no total, and where it counts as if it had none. Groups that are not expected are not in it. */
  readonly groups: ReadonlyMap<string, Rational | null>;
}

export interface Indexed {
  readonly subjects: ReadonlyMap<string, CaseSubject>;
  readonly seats: ReadonlyMap<string, CaseSeat>;
  readonly weights: ReadonlyMap<string, Rational>;
  readonly sheets: ReadonlyMap<string, ResultCase['sheets'][number]>;
}

/**
 * Every subject of a round.
 *
 * @throws Refused for a ballot of a recused seat, on its own unit, of a group without a sheet, with marks that its sheet does
 * not have, or that names what does not exist
 */
export function scoreRound(
  round: CaseRound,
  scheme: CountingRules,
  all: Indexed,
): ReadonlyMap<string, Scored> {
  distinct(round.subjects);
  for (const { groups = [], categories, sheet } of round.sheets) {
    known(all.sheets, sheet);
    for (const group of groups) known(all.weights, group);
    distinct(categories ?? []);
  }
  for (const id of Object.keys(round.revealed))
    if (!round.subjects.includes(id)) refuse('unknown', id);
  const form = forms(round, all);
  const ballots = counted(round, form, all);
  return new Map(
    round.subjects.map((id) => {
      const subject = known(all.subjects, id);
      const groups = new Map<string, Rational | null>();
      for (const [group, weight] of all.weights)
        if (form(group, subject.category))
          groups.set(group, groupValue(ballots.get(keyOf(id, group)) ?? [], weight, scheme));
      const shares = [...groups].map(([group, value]) => ({
        weight: known(all.weights, group),
        value,
      }));
      const composed = composeGroups(shares, scheme);
      return [id, { groups, score: composed.ok ? composed.score : null }];
    }),
  );
}

/** The sheet that a group fills for a category, once each; null where it scores nothing of it. */
function forms({ sheets }: CaseRound, all: Indexed) {
  const made = new Map<string, Worth | null>();
  const fits = (list: readonly string[] | undefined, id: string) =>
    !list?.length || list.includes(id);
  return (group: string, category: string): Worth | null => {
    const key = keyOf(category, group);
    let form = made.get(key);
    if (form === undefined) {
      const choice = sheets.find(
        (one) => fits(one.groups, group) && fits(one.categories, category),
      );
      form = choice ? formOf(known(all.sheets, choice.sheet), group) : null;
      made.set(key, form);
    }
    return form;
  };
}

/** The totals that count, by subject and group: of each seat its last ballot of the attempt that counts. */
function counted(
  round: CaseRound,
  form: ReturnType<typeof forms>,
  all: Indexed,
): ReadonlyMap<string, readonly Rational[]> {
  const last = new Map<string, { readonly place: string; readonly total: Rational | null }>();
  const about = new Set(round.subjects);
  for (const ballot of round.ballots) {
    const { seat: id, subject, attempt } = ballot;
    if (!about.has(subject)) refuse('unknown', subject);
    const seat = known(all.seats, id);
    const total = valueOf(ballot, seat, form(seat.group, known(all.subjects, subject).category));
    if (total === 'draft' || attempt !== (own(round.revealed, subject) ?? 1)) continue;
    last.set(keyOf(subject, id), { place: keyOf(subject, seat.group), total });
  }
  const totals = new Map<string, Rational[]>();
  for (const { place, total } of last.values()) {
    if (!total) continue;
    const list = totals.get(place);
    if (list) list.push(total);
    else totals.set(place, [total]);
  }
  return totals;
}

function valueOf(
  { subject, marks }: CaseBallot,
  { id, recusals, unit }: CaseSeat,
  form: Worth | null,
): Rational | 'draft' | null {
  if (unit === subject) refuse('own-unit', id);
  if (recusals.includes(subject)) refuse('recused', id);
  if (!form) return refuse('no-sheet', id);
  return marks && (totalOf(form, marks) ?? 'draft');
}

/** Two ids as one key: a line feed is in neither. */
function keyOf(a: string, b: string): string {
  return `${a}\n${b}`;
}
