// The file that holds all a verifier needs of one draw, or of all draws of a meeting (DRAW.md §7).

import type { Assurance } from './entropy.ts';
import { canonical } from './canonical.ts';
import { tagged, toHex, utf8 } from './hash.ts';
import { hasOwn, own } from '../own.ts';
import type { Panel } from './lots.ts';
import type { Proof } from './record.ts';
import type { ReplacementRecord } from './replacement.ts';
import type { SealedPool } from './seal.ts';
import { hasShape, isHex64, isList, isPlainObject } from './shape.ts';

/** The form of the file; the draws in it have the protocol's own `v` in their locks. */
export const PROOF_FORM = 'fairdraw-proof/1';

/** More is none of ours: a chain of fifty draws by a thousand lots would stay below. In UTF-16 code units. */
export const LONGEST_PROOF = 64 * 1024 * 1024;

/** Draws of one meeting. */
const MOST_DRAWS = 1000;

export type ProofFile = {
  readonly form: typeof PROOF_FORM;
  /** One draw by itself, or all of a meeting from its first on. */
  readonly of: 'draw' | 'meeting';
  readonly draws: readonly DrawProof[];
  /**
   * T("proof", C({form, of, draws})) as 64 hex digits: finds a slip in what nothing else fixes, as times. Whoever forges a
   * file makes it anew, so it proves nothing against that.
   */
  readonly sum: string;
};

/** What has been made public of a draw by now. */
export type DrawProof = {
  readonly lock: unknown;
  /** The 64 hex digits that were on screen and phones before there was any entropy. */
  readonly shown: string;
  /** Of lots that of their numbering. */
  readonly assurance: Assurance;
  /** Whether a salt was kept on another device than the server until the list of words was closed and shown. */
  readonly keptApart: boolean;
  /** Of lots the list, and for everybody the places of their panels in it, 1 for the first. */
  readonly panels?: readonly Panel[];
  readonly places?: Readonly<Record<string, readonly number[]>>;
  /** What the seal that the lock names is the hash of. */
  readonly sealed?: SealedPool;
} & (
  | { readonly status: 'locked' }
  | (Frozen & Read & { readonly status: 'result'; readonly replacements: readonly Replaced[] })
  | (Frozen & Partial<Read> & { readonly status: 'void'; readonly why: string })
);

/** What went into the draw's record. */
type Frozen = {
  readonly entropy: readonly string[];
  readonly proofs: readonly Proof[];
  /** The record's hash. */
  readonly record: string;
};

type Read = {
  /** When each source closed, YYYY-MM-DDThh:mm:ssZ; "" for a beacon, which has its round. */
  readonly closed: readonly string[];
  /** All that the draw came to, member by member what `determine` or `determineLots` gives. */
  readonly result: Readonly<Record<string, unknown>>;
};

export type Replaced = {
  readonly record: ReplacementRecord;
  /** The record's hash. */
  readonly hash: string;
};

/** Puts draws, in the order of their locks, into a file. */
export function proofFile(of: ProofFile['of'], draws: readonly DrawProof[]): ProofFile {
  return { form: PROOF_FORM, of, draws, sum: proofSum(of, draws) };
}

export function proofSum(of: unknown, draws: unknown): string {
  return toHex(tagged('proof', utf8(canonical({ form: PROOF_FORM, of, draws }))));
}

/** Of everybody on a list the places of their panels, 1 for the first. */
export function placesOf(list: readonly Panel[]): Readonly<Record<string, readonly number[]>> {
  const places = new Map<string, number[]>();
  for (const [n, panel] of list.entries())
    for (const id of panel) {
      const own = places.get(id) ?? [];
      places.set(id, own);
      own.push(n + 1);
    }
  return Object.fromEntries(places);
}

/** Why a value is not a file of draws. `version`: it is one, of a form that is not known here. */
export type ProofFlaw =
  | { readonly code: 'not-a-proof' }
  | { readonly code: 'version'; readonly form: string }
  /** `place`: as `draws[0].entropy`. */
  | { readonly code: 'shape'; readonly place: string };

export type ReadProof =
  | { readonly ok: true; readonly file: ProofFile }
  | { readonly ok: false; readonly flaw: ProofFlaw };

/**
 * Looks whether every member is there and of its sort, and none besides; locks, lists, sealed pools and results are looked at
 * later.
 */
export function readProof(value: unknown): ReadProof {
  const flaw = proofFlaw(value);
  return flaw === null ? { ok: true, file: value as ProofFile } : { ok: false, flaw };
}

function proofFlaw(value: unknown): ProofFlaw | null {
  if (!isPlainObject(value)) return { code: 'not-a-proof' };
  const form = own(value, 'form');
  if (typeof form !== 'string' || !/^fairdraw-proof\//.test(form)) return { code: 'not-a-proof' };
  if (form !== PROOF_FORM) return { code: 'version', form: form.slice(0, 40) };
  const shape = (place: string): ProofFlaw => ({ code: 'shape', place });
  const wrong = misshapen(value, { form: isString, of: isKind, draws: isList, sum: isHex64 }, {});
  if (wrong !== null) return shape(wrong);
  const draws = own(value, 'draws') as readonly unknown[];
  const [least, most] = own(value, 'of') === 'draw' ? [1, 1] : [0, MOST_DRAWS];
  if (draws.length < least || draws.length > most) return shape('draws');
  for (const [n, draw] of draws.entries()) {
    const place = drawFlaw(draw, n === draws.length - 1);
    if (place !== null) return shape(`draws[${String(n)}]${place && '.'}${place}`);
  }
  return null;
}

type Members = Readonly<Record<string, (value: unknown) => boolean>>;

const LOCKED: Members = {
  lock: isPlainObject,
  shown: isHex64,
  assurance: isString,
  keptApart: (value) => typeof value === 'boolean',
  status: isString,
};
const FROZEN: Members = { ...LOCKED, entropy: isTexts, proofs: areProofs, record: isHex64 };
const READ: Members = { closed: isTexts, result: isPlainObject };
/** Of lots, and of a pool that was sealed. */
const BESIDE: Members = { panels: isList, places: isPlainObject, sealed: isPlainObject };

/** The first member of a draw that is not as it has to be, or null; "" where it is no object at all. */
function drawFlaw(draw: unknown, isLast: boolean): string | null {
  if (!isPlainObject(draw)) return '';
  switch (own(draw, 'status')) {
    case 'locked':
      // The draw after it would have to name its record.
      return isLast ? misshapen(draw, LOCKED, BESIDE) : 'status';
    case 'result':
      return misshapen(draw, { ...FROZEN, ...READ, replacements: areReplaced }, BESIDE);
    case 'void':
      // Its sources were read, or they were not.
      return misshapen(
        draw,
        { ...FROZEN, why: isString, ...(hasOwn(draw, 'closed') ? READ : {}) },
        BESIDE,
      );
    default:
      return 'status';
  }
}

function misshapen(value: object, required: Members, optional: Members): string | null {
  const members = value as Readonly<Record<string, unknown>>;
  for (const [name, isSo] of Object.entries(required)) if (!isSo(own(members, name))) return name;
  for (const name of Object.keys(members)) {
    if (hasOwn(required, name)) continue;
    const isSo = own(optional, name);
    if (!isSo?.(own(members, name))) return name;
  }
  return null;
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isKind(value: unknown): boolean {
  return value === 'draw' || value === 'meeting';
}

function isTexts(value: unknown): value is readonly string[] {
  return isList(value) && value.every(isString);
}

function areProofs(value: unknown): boolean {
  return isList(value) && value.every(isProof);
}

function isProof(value: unknown): boolean {
  if (!isPlainObject(value)) return false;
  const isSource = Number.isSafeInteger(own(value, 'source'));
  switch (own(value, 'type')) {
    case 'drand':
      return (
        hasShape(value, ['type', 'source', 'signature']) && isSource && isString(value['signature'])
      );
    case 'phones':
      return hasShape(value, ['type', 'source', 'typed']) && isSource && isTexts(value['typed']);
    case 'signer':
      return hasShape(value, ['type', 'id']) && isString(value['id']);
    default:
      return false;
  }
}

function areReplaced(value: unknown): boolean {
  return isList(value) && value.every(isReplaced);
}

function isReplaced(value: unknown): boolean {
  if (!hasShape(value, ['record', 'hash']) || !isHex64(value['hash'])) return false;
  const record = value['record'];
  return (
    hasShape(record, ['prev', 'lock_hash', 'out', 'in', 'why', 'skipped']) &&
    [record['prev'], record['lock_hash'], record['out'], record['in'], record['why']].every(
      isString,
    ) &&
    isTexts(record['skipped'])
  );
}
