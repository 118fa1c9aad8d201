// The steps in which a draw is checked and told of: which it has by how far it came, and what was found under which.

import type { DrawResult } from './draw.ts';
import type { Difference } from './difference.ts';
import { isLots, type AnyLock } from './lock.ts';
import type { LotsResult } from './lots.ts';
import { hasOwn, own } from '../own.ts';
import type { DrawProof } from './proof.ts';
import type { DrawFinding } from './verify.ts';

/** In the order in which they are checked and shown. `list` and `numbering` are of lots alone, `seal` of a sealed pool. */
export const CHECKS = [
  'lock',
  'seal',
  'shown',
  'times',
  'sources',
  'list',
  'seed',
  'numbering',
  'cells',
  'drawn',
  'reserve',
  'chances',
  'assurance',
  'record',
  'replacements',
] as const;

export type CheckName = (typeof CHECKS)[number];

export type CheckFinding =
  | DrawFinding
  /** A list of words, or a signature, that is not in the file. */
  | { readonly code: 'proof-missing'; readonly source: number }
  /** `place`: inside the draw, as `result.order[3]`. */
  | ({ readonly code: 'differs' } & Difference)
  /** A panel (1 for the first) has somebody whose own list of panels does not have it, or the other way round. */
  | {
      readonly code: 'panel-differs';
      readonly panel: number;
      /** Who is on it, and whose own list says that they are; null: nobody of that sort. */
      readonly has: string | null;
      readonly lacks: string | null;
    }
  /** The nth replacement, 0 for the first, does not follow the reserve. */
  | { readonly code: 'replacement-false'; readonly n: number };

export type CheckedStep = {
  readonly name: CheckName;
  /** `unreached`: what it needs differs before it. */
  readonly state: 'same' | 'differs' | 'unreached';
  readonly findings: readonly CheckFinding[];
};

export type CheckedDraw = {
  /** Null where it is malformed. */
  readonly lock: AnyLock | null;
  readonly steps: readonly CheckedStep[];
  /** What the draw came to by this computation; null where it came to nothing, or could not be computed. */
  readonly computed: DrawResult | LotsResult | null;
  /** Whether a beacon's signature was checked, if there was one: not only that the randomness is its SHA-256. */
  readonly isBeaconChecked: boolean;
};

export type Found = Omit<CheckedDraw, 'isBeaconChecked'>;

/** Puts what was found under its steps. */
export function underSteps(
  draw: DrawProof,
  lock: AnyLock | null,
  computed: CheckedDraw['computed'],
  findings: readonly CheckFinding[],
): Found {
  const isOfLots = lock !== null && isLots(lock);
  const names = namesOf(draw, {
    list: isOfLots || hasOwn(draw, 'panels') || hasOwn(draw, 'places'),
    seal: lock !== null && hasSeal(lock, draw),
  });
  const steps = names.map((name): CheckedStep => {
    const own = findings.filter((finding) => stepOf(finding, isOfLots) === name);
    const isReached = lock !== null && (computed !== null || !OF_RESULT.has(name));
    const state = own.length > 0 ? 'differs' : isReached ? 'same' : 'unreached';
    return { name, state, findings: own };
  });
  return { lock, steps, computed };
}

export type ReadDraw = Extract<DrawProof, { readonly status: 'result' | 'void' }> &
  Pick<Extract<DrawProof, { readonly status: 'result' }>, 'closed' | 'result'>;

/** Whether its sources were read: also of a void, then. */
export function isRead(draw: DrawProof): draw is ReadDraw {
  return draw.status !== 'locked' && hasOwn(draw, 'closed');
}

/** What there is to find before, or without, any entropy. */
export function hasSeal(lock: AnyLock, draw: DrawProof): boolean {
  return lock.sealed !== undefined || hasOwn(draw, 'sealed');
}

const STEP_OF: Readonly<Record<DrawFinding['code'], CheckName>> = {
  'lock-malformed': 'lock',
  'list-malformed': 'list',
  'lock-hash-differs': 'shown',
  'entropy-flawed': 'sources',
  'closing-times-malformed': 'times',
  'source-closed-before-lock': 'times',
  'beacon-before-close': 'times',
  'digits-before-numbering': 'times',
  'proof-differs': 'sources',
  'beacon-unsigned': 'sources',
  'words-differ': 'sources',
  'seal-differs': 'seal',
  'assurance-differs': 'assurance',
  'result-differs': 'drawn',
};

/** The step that a member of the result belongs to; that of a panel depends on the rule. */
const STEP_OF_RESULT: Readonly<Record<string, CheckName>> = {
  seed: 'seed',
  panel: 'cells',
  quota: 'cells',
  number: 'numbering',
  made: 'numbering',
  numbered: 'numbering',
  reserve: 'reserve',
  inclusion: 'chances',
};

function stepOf(finding: CheckFinding, isOfLots: boolean): CheckName {
  switch (finding.code) {
    case 'proof-missing':
      return 'sources';
    case 'panel-differs':
      return 'list';
    case 'replacement-false':
      return 'replacements';
    case 'differs': {
      const [, name = ''] = /^result\.(\w+)/.exec(finding.place) ?? [];
      if (isOfLots && name === 'panel') return 'numbering';
      if (finding.place.startsWith('result')) return own(STEP_OF_RESULT, name) ?? 'drawn';
      if (finding.place === 'record') return 'record';
      return finding.place.startsWith('replacements') ? 'replacements' : 'list';
    }
    default:
      return STEP_OF[finding.code];
  }
}

const OF_RESULT: ReadonlySet<CheckName> = new Set([
  ...(['seed', 'numbering', 'cells', 'drawn', 'reserve', 'chances', 'replacements'] as const),
]);

/** The steps that a draw has by how far it came. */
function namesOf(
  draw: DrawProof,
  has: { readonly list: boolean; readonly seal: boolean },
): readonly CheckName[] {
  const read = isRead(draw);
  const left: readonly CheckName[] = [
    ...(read ? [] : (['times', 'sources', ...OF_RESULT] as const)),
    ...(has.list ? [] : (['list', 'numbering'] as const)),
    ...(has.seal ? [] : (['seal'] as const)),
    ...(draw.status === 'locked' ? (['record'] as const) : []),
    ...(draw.status === 'result' && draw.replacements.length > 0
      ? []
      : (['replacements'] as const)),
  ];
  return CHECKS.filter((name) => !left.includes(name));
}
