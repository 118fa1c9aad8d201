// Which sheet a seat fills in about which unit, and whether it is expected to at all (RESULTS.md §1).
import type { BoxView } from '../ballots/box-index.ts';
import type { CategoryId, GroupId, SubjectId } from '../ids.ts';
import { formOf } from '../scoring/seen-by.ts';
import { type Form } from '../scoring/form.ts';
import type { FormPlace, RoundForms } from './round-forms.ts';
import type { Seat } from './people.ts';
import { rates } from './raters.ts';
import { isRecused } from './recusals.ts';
import type { Terms, Version } from './round.ts';
import type { Meeting } from './state.ts';
import { exactVersion } from './versions.ts';

type Adopted = Pick<Meeting, 'sheets'>;

/** The first sheet that fits, as this group sees it. Null: it does not score units of that category, and is not expected to. */
export function formOfGroup(
  { sheets }: Adopted,
  { form }: Pick<Terms, 'form'>,
  group: GroupId,
  category: CategoryId | undefined,
): Form | null {
  const fits = <T>(list: readonly T[] | undefined, one: T | undefined) =>
    !list?.length || (one !== undefined && list.includes(one));
  const choice = form.sheets.find(
    ({ groups, categories }) => fits(groups, group) && fits(categories, category),
  );
  return choice ? formOf(exactVersion(sheets, choice.sheet), group) : null;
}

/** What a form for a seat follows from. */
export interface Termed {
  readonly terms: Pick<Terms, 'form' | 'who'>;
}

/** What a seat fills in about this unit; null: nothing, as it rates it not or its group has no sheet for it. */
export function formFor(
  meeting: Pick<Meeting, 'sheets' | 'subjects'>,
  { terms }: Termed,
  seat: Pick<Seat, 'group' | 'holder'>,
  subject: SubjectId,
): Form | null {
  if (!rates(meeting, terms, seat, subject)) return null;
  return formOfGroup(meeting, terms, seat.group, meeting.subjects.get(subject)?.category);
}

/** What seats of this group fill in about this unit; null where the group does not judge it, having nobody who rates it. */
export function formOfJudges(
  meeting: Pick<Meeting, 'sheets' | 'subjects' | 'seats'>,
  terms: Termed['terms'],
  group: GroupId,
  subject: SubjectId,
): Form | null {
  const form = formOfGroup(meeting, terms, group, meeting.subjects.get(subject)?.category);
  // The panel's groups judge also while nobody of them is drawn.
  if (!form || !terms.who) return form;
  const seats = [...meeting.seats.values()];
  return seats.some((seat) => seat.group === group && rates(meeting, terms, seat, subject))
    ? form
    : null;
}

/** Whether this seat judges that unit in the round: its group has a sheet for it, and it is not recused. */
export function isExpected(
  meeting: Meeting,
  round: Termed,
  seat: Seat,
  subject: SubjectId,
): boolean {
  return formFor(meeting, round, seat, subject) !== null && !isRecused(meeting, seat, subject);
}

/** Seats that owe a ballot for a subject: checked in, with a sheet for it, and not recused. */
export function owing(meeting: Meeting, round: Termed, subject: SubjectId): readonly Seat[] {
  return [...meeting.seats.values()].filter(
    (seat) => seat.present && isExpected(meeting, round, seat, subject),
  );
}

/** Whether a ballot was given by this version of a sheet. */
export function hasBallots(meeting: Meeting, box: BoxView, { id, version }: Version): boolean {
  return [...meeting.rounds.values()].some((round) =>
    round.attempts.some(({ n, terms }) => {
      const isIn = terms.form.sheets.some(
        ({ sheet }) => sheet.id === id && sheet.version === version,
      );
      if (!isIn) return false;
      for (const { ballot } of box.kept(round.id, n)) {
        const { matter, seat: holder } = ballot;
        const seat = holder === null ? undefined : meeting.seats.get(holder);
        // Whose it was is erased: it may have been any of the round's.
        if (!seat || matter.kind !== 'subject') return true;
        if (formFor(meeting, { terms }, seat, matter.id)?.id === id) return true;
      }
      return false;
    }),
  );
}

/** Sees what is for all. */
const NOBODY = '' as GroupId;

/** Every form of a round, once each, and who fills it in about units of which categories. */
export function formsOf(
  meeting: Pick<Meeting, 'sheets' | 'subjects' | 'groups'>,
  { terms }: { readonly terms: Pick<Terms, 'form'> },
  subjects: readonly SubjectId[],
): RoundForms {
  const categories = new Set(subjects.flatMap((id) => meeting.subjects.get(id)?.category ?? []));
  // Paper can be printed before the panel is known.
  const groups = meeting.groups.length === 0 ? [NOBODY] : meeting.groups.map(({ id }) => id);
  const forms = new Map<string, Form>();
  const of: FormPlace[] = [];
  for (const category of categories)
    for (const group of groups) {
      const form = formOfGroup(meeting, terms, group, category);
      if (!form) continue;
      // Groups that see the same of a sheet have one form.
      const key = JSON.stringify(form);
      if (!forms.has(key)) forms.set(key, form);
      of.push({ group, category, form: [...forms.keys()].indexOf(key) });
    }
  return { forms: [...forms.values()], of };
}
