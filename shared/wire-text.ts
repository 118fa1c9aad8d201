// Schemas of the texts that people type, and the refusal of one that cannot be taken. Loads zod: no phone's code.
import { z } from 'zod';
import { hiddenCharacter } from './hidden-characters.ts';
import type { Refusal } from './meeting/refusals.ts';
import { nameFlaw, nameText } from './roster/cells.ts';

/** A name as the log can hold it, whatever keyboard it was typed on: NFC, trimmed, never empty. */
export const nameField = z
  .string()
  .transform(nameText)
  .superRefine((text, context) => {
    const flaw = nameFlaw(text);
    if (flaw?.code === 'bad-character') refuse(context, hidden(flaw.character));
    else if (flaw) refuse(context, { code: 'text-too-long', max: flaw.max });
    else if (text === '') context.addIssue({ code: 'custom', message: 'empty' });
  });

/** A sentence in one line, in NFC as canonical JSON needs it; may be empty. */
export function lineField(max: number) {
  return text(max, (typed) => [typed]);
}

/** The same with line breaks. */
export function linesField(max: number) {
  return text(max, (typed) => typed.split('\n'));
}

/** What is said of a message that does not fit its schema: what is wrong with the typed text, where that is all. */
export function refusalOfIssues(issues: readonly object[]): Refusal {
  for (const issue of issues) {
    const params: unknown = 'params' in issue ? issue.params : null;
    if (typeof params === 'object' && params !== null && 'refusal' in params)
      return params.refusal as Refusal;
  }
  return { code: 'malformed' };
}

function text(max: number, parts: (typed: string) => readonly string[]) {
  return z
    .string()
    .transform((typed) => typed.normalize('NFC').replaceAll('\r\n', '\n'))
    .superRefine((typed, context) => {
      const character = parts(typed)
        .map(hiddenCharacter)
        .find((found) => found !== null);
      if (character) refuse(context, hidden(character));
      else if (typed.length > max) refuse(context, { code: 'text-too-long', max });
    });
}

function hidden(character: string): Refusal {
  return { code: 'hidden-character', character };
}

function refuse(context: z.core.$RefinementCtx, refusal: Refusal): void {
  context.addIssue({ code: 'custom', message: refusal.code, params: { refusal } });
}
