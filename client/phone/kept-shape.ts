// What was read from this browser's storage, without whatever is not of the shape that this page writes. Small by hand:
// a schema library would cost a phone 23 KB.
import { own } from '../../shared/own.ts';
import type { Sheet } from '../../shared/scoring/sheet.ts';
import type { Acknowledged } from './acknowledged.ts';
import type { Draft } from './device.ts';
import type { Refused, Waiting } from './outbox.ts';

type Sample = string | number | boolean | readonly [Sample] | { readonly [key: string]: Sample };

const SUBJECT = { id: '', name: '', category: { name: '', mark: '', hue: 0 } } as const;
const CRITERIA = [{ id: '', name: '', max: 0, step: 0, weight: 0 }] as const;
const SHEET = { criteria: CRITERIA } as const;
const TARGET = { round: '', attempt: 0, subject: SUBJECT, sheet: SHEET } as const;
const TAP = { id: '', at: 0, epoch: 0 } as const;
const WAITING = { target: TARGET, rev: 0, renumbered: 0, tap: TAP } as const;
const REFUSED = { target: TARGET, refusal: { code: '' }, tap: TAP } as const;
const ACKNOWLEDGED = {
  ...{ round: '', attempt: 0, subject: SUBJECT, rev: 0 },
  ...{ code: '', tap: TAP },
} as const;

/** More than any name, in characters, or any ballot's scores, in bytes: the server ends a connection on which so much comes. */
const LONGEST_TEXT = 500;
const LONGEST_SCORES = 10_000;

export function isWaiting(value: unknown): value is Waiting {
  return isLike(value, WAITING) && isChoice((value as Partial<Waiting>).choice);
}

export function isRefused(value: unknown): value is Refused {
  return isLike(value, REFUSED) && isChoice((value as Partial<Refused>).choice);
}

export function isAcknowledged(value: unknown): value is Acknowledged {
  return isLike(value, ACKNOWLEDGED) && isChoice((value as Partial<Acknowledged>).choice);
}

export function isDraft(value: unknown): value is Draft {
  if (!isLike(value, { target: TARGET }) || !isScores((value as Partial<Draft>).scores))
    return false;
  // The person sees the sheet's own criteria only: with any other no ballot would count, whatever they do.
  const { target, scores } = value as Draft;
  return Object.keys(scores).every((key) => target.sheet.criteria.some(({ id }) => id === key));
}

export function isSheet(value: unknown): value is Sheet {
  return isLike(value, SHEET);
}

function isChoice(choice: unknown): boolean {
  return (
    isLike(choice, { kind: 'abstain' }) ||
    (isLike(choice, { kind: 'scores' }) && isScores((choice as { scores?: unknown }).scores))
  );
}

function isScores(scores: unknown): boolean {
  return (
    isObject(scores) &&
    Object.values(scores).every((score) => isLike(score, 0)) &&
    new TextEncoder().encode(JSON.stringify(scores)).length <= LONGEST_SCORES
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

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
