// What was read from this browser's storage, without whatever is not of the shape that this page writes. Small by hand:
// a schema library would cost a phone 23 KB.
import { own } from '../../shared/own.ts';
import type { Draft } from './device.ts';
import type { Outbox } from './outbox.ts';
import type { Sheet } from '../../shared/scoring/sheet.ts';

interface Kept {
  readonly outbox: Outbox;
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly sheets: Readonly<Record<string, Sheet>>;
}

type Sample = string | number | boolean | readonly [Sample] | { readonly [key: string]: Sample };

const SUBJECT = { id: '', name: '', category: { name: '', mark: '', hue: 0 } } as const;
const CRITERIA = [{ id: '', name: '', max: 0, step: 0, weight: 0 }] as const;
const SHEET = { criteria: CRITERIA } as const;
const TARGET = { round: '', attempt: 0, subject: SUBJECT, sheet: SHEET } as const;
const BALLOT = { round: '', attempt: 0, subject: SUBJECT, rev: 0, epoch: 0 } as const;

/** Entries that are whole stay, the others go: one that is damaged must cost nobody the rest. */
export function soundKept({ outbox, drafts, sheets }: Kept): Kept {
  return {
    outbox: {
      waiting: list(outbox.waiting).filter(
        (one) => isLike(one, { target: TARGET, rev: 0, renumbered: false }) && isChoice(one.choice),
      ),
      refused: list(outbox.refused).filter(
        (one) => isLike(one, { target: TARGET, refusal: { code: '' } }) && isChoice(one.choice),
      ),
    },
    drafts: entries(drafts, (one) => isLike(one, { target: TARGET }) && isScores(one.scores)),
    sheets: entries(sheets, (one) => isLike(one, SHEET)),
  };
}

/** Ballots that a server has acknowledged, as acknowledged.ts writes them. */
export function soundBallots(kept: unknown): readonly unknown[] {
  return list(kept as readonly { readonly choice: unknown }[]).filter(
    (one) => isLike(one, BALLOT) && isChoice(one.choice),
  );
}

function isChoice(choice: unknown): boolean {
  return (
    isLike(choice, { kind: 'abstain' }) ||
    (isLike(choice, { kind: 'scores' }) && isScores((choice as { scores?: unknown }).scores))
  );
}

function isScores(scores: unknown): boolean {
  return isObject(scores) && Object.values(scores).every((score) => isLike(score, 0));
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
  return sample === '' || typeof sample === 'boolean'
    ? typeof value === typeof sample
    : value === sample;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list<T>(value: readonly T[]): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [];
}

function entries<T>(
  value: Readonly<Record<string, T>>,
  isSound: (one: T) => boolean,
): Readonly<Record<string, T>> {
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).filter(([, one]) => isSound(one)))
    : {};
}
