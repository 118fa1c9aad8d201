// Sheets of one level in whole numbers, as most tests want them.
import { formOf } from '../shared/scoring/seen-by.ts';
import { type Form } from '../shared/scoring/form.ts';
import type { Sheet, SheetNode } from '../shared/scoring/sheet.ts';

export interface FlatCriterion {
  readonly id: string;
  readonly name: string;
  readonly max: number;
  readonly step: number;
  readonly weight: number;
}

export interface FlatSheet {
  readonly id: string;
  readonly name: string;
  readonly criteria: readonly FlatCriterion[];
}

/** As it is adopted. */
export function flatSheet({ criteria, ...named }: FlatSheet): Omit<Sheet, 'version' | 'reason'> {
  return { ...named, children: criteria.map(lineOf) };
}

function lineOf({ id, name, max, step, weight }: FlatCriterion): SheetNode {
  return { id, name, weight: String(weight), max: String(max), step: String(step) };
}

/** As it is filled in. */
export function flatForm(sheet: FlatSheet): Form {
  const form = formOf({ ...flatSheet(sheet), version: 1 }, '');
  if (!form) throw new Error('a sheet without a line');
  return form;
}
