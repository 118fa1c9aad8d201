// What was read from this browser's storage, without whatever is not of the shape that this page writes. Small by hand:
// a schema library would cost a phone 23 KB.
import { own } from '../../../shared/own.ts';
import type { RoundForms } from '../../../shared/meeting/round-forms.ts';
import { isWhole, type Form } from '../../../shared/scoring/form.ts';
import type { Slip } from './phases.ts';

type Fields = Readonly<Record<string, unknown>>;
type Sample = string | number | boolean | readonly [Sample] | { readonly [key: string]: Sample };

const SUBJECT = { id: '', name: '', category: { name: '', mark: '', hue: 0 } } as const;
const LINES = [{ id: '', name: '', path: [''], max: '', share: '' }] as const;
const FORM = { lines: LINES } as const;
const FORMS = { forms: [FORM], of: [{ group: '', category: '', form: 0 }] } as const;
const TARGET = { round: '', attempt: 0, subject: SUBJECT } as const;
const TAP = { id: '', at: 0, epoch: 0 } as const;
const COUNTED = { rev: 0, code: '', tap: TAP } as const;

/** More than any name, in characters, or any ballot's scores, in bytes: the server ends a connection on which so much comes. */
const LONGEST_TEXT = 500;
const LONGEST_SCORES = 10_000;

export function isSlip(value: unknown): value is Slip {
  if (!isLike(value, { target: TARGET }) || !isForm((value as Slip).target.sheet)) return false;
  const { phase, typed, tap, counted, ...given } = value as Fields;
  if (typed !== null && !isTyped(typed, (value as Slip).target.sheet)) return false;
  if (counted !== null && !(isLike(counted, COUNTED) && hasChoice(counted))) return false;
  if (tap === null) return phase === 'draft' && counted === null;
  if (!isLike(tap, TAP)) return false;
  switch (phase) {
    case 'draft':
      return counted === null;
    case 'sending':
      return isLike(given, { rev: 0, renumbered: 0 }) && hasChoice(given);
    case 'refused':
      return isLike(given, { refusal: { code: '' } }) && hasChoice(given);
    default:
      return phase === 'counted' && counted !== null;
  }
}

export function isForms(value: unknown): value is RoundForms {
  return isLike(value, FORMS) && (value as RoundForms).forms.every(isForm);
}

/** What is computed with must be numbers: it is, once. */
export function isForm(value: unknown): value is Form {
  try {
    isWhole(value as Form);
    return isLike(value, FORM);
  } catch {
    return false;
  }
}

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isScores(scores: unknown): scores is Readonly<Record<string, number>> {
  return (
    isObject(scores) &&
    Object.values(scores).every((score) => isLike(score, 0)) &&
    new TextEncoder().encode(JSON.stringify(scores)).length <= LONGEST_SCORES
  );
}

function isTyped(typed: unknown, { lines }: Form): boolean {
  if (!isLike(typed, { n: 0 })) return false;
  const { scores } = typed as Fields;
  // The person sees the sheet's own criteria only: with any other no ballot would count, whatever they do.
  const isOfSheet = (key: string) => lines.some(({ id }) => id === key);
  return scores === null || (isScores(scores) && Object.keys(scores).every(isOfSheet));
}

function hasChoice(of: unknown): boolean {
  const { choice } = of as Fields;
  return (
    isLike(choice, { kind: 'abstain' }) ||
    (isLike(choice, { kind: 'scores' }) && isScores((choice as Fields)['scores']))
  );
}

/** Holds at least what the sample holds, each of the same type; a text that is not empty stands for itself. */
function isLike(value: unknown, sample: Sample): boolean {
  if (Array.isArray(sample)) {
    const [each] = sample as readonly [Sample];
    return Array.isArray(value) && value.every((one) => isLike(one, each));
  }
  if (typeof sample === 'object')
    return (
      isObject(value) && Object.entries(sample).every(([key, one]) => isLike(own(value, key), one))
    );
  if (typeof sample === 'number') return Number.isFinite(value);
  if (sample === '') return typeof value === 'string' && value.length <= LONGEST_TEXT;
  return typeof sample === 'boolean' ? typeof value === 'boolean' : value === sample;
}
