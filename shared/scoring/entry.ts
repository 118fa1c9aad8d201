// How a form is entered by hand: one grade, one number, or criterion by criterion. Its shape says it.
import type { Form } from './form.ts';

export type Entry = 'grades' | 'number' | 'criteria';

export function entryOf({ lines: [only, second] }: Pick<Form, 'lines'>): Entry {
  if (!only || second) return 'criteria';
  return 'scale' in only ? 'grades' : 'number';
}
