// What a sheet of a case is for a group, and what a filled one is worth (RESULTS.md §1).
import { own } from '../own.ts';
import { partsFor, worthOf, type Worth } from '../scoring/form.ts';
import { seenBy, zeroUnder } from '../scoring/seen-by.ts';
import { rational, type Rational } from '../scoring/rational.ts';
import { treeFlaw, type SheetFlawCode } from '../scoring/sheet-flaws.ts';
import type { Decimal, SheetRoot } from './case.ts';
import { refuse, type CaseFlaw } from './refused.ts';

const FLAWS: Readonly<Record<SheetFlawCode, CaseFlaw>> = {
  empty: 'empty',
  'too-deep': 'too-deep',
  twice: 'twice',
  number: 'number',
  weight: 'negative',
  max: 'not-above-zero',
  step: 'not-above-zero',
  'scale-empty': 'empty',
  'scale-twice': 'twice',
  scale: 'scale',
  group: 'unknown',
};

/** @throws Refused where the sheet contradicts itself, whoever fills it. */
export function checkSheet(sheet: SheetRoot, groups: ReadonlySet<string>): void {
  const flaw = treeFlaw(sheet, groups);
  if (flaw) refuse(FLAWS[flaw.code], flaw.about);
}

/** The sheet without what this group does not see; null where nothing is left. @throws Refused for weights that are all 0. */
export function formOf(sheet: SheetRoot, group: string): Worth | null {
  const at = zeroUnder(sheet, group);
  if (at !== null) refuse('weights-all-zero', at);
  const lines = seenBy(sheet, group);
  return lines.length === 0 ? null : worthOf(lines.map(({ leaf, share }) => ({ ...leaf, share })));
}

/**
 * The total of 100 of a filled sheet; null for a draft, where a line has no mark.
 *
 * @throws Refused for a line that is not on the sheet and for a mark that the line does not have
 */
export function totalOf(form: Worth, marks: Readonly<Record<string, Decimal>>): Rational | null {
  for (const id of Object.keys(marks)) if (!form.lines.has(id)) refuse('unknown', id);
  let total = 0n;
  let isDraft = false;
  for (const [id, line] of form.lines) {
    const text = own(marks, id);
    if (text === undefined) isDraft = true;
    else {
      const worth = partsFor(line, text);
      if (typeof worth === 'string') return refuse('mark', id);
      total += worth;
    }
  }
  return isDraft ? null : rational(total, form.parts);
}
