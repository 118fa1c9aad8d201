// What each step of a check says: the numbers of this draw, and of what differs the place.
import type { CheckedDraw, CheckFinding, CheckName } from '../../shared/draw/check-steps.ts';
import { digitOf } from '../../shared/draw/difference.ts';
import { isLots, type AnyLock } from '../../shared/draw/lock.ts';
import type { DrawProof } from '../../shared/draw/proof.ts';
import type { SealFinding } from '../../shared/draw/seal.ts';
import { own } from '../../shared/own.ts';
import type { VerifyText } from '../../shared/text/verify.ts';
import type { DrawText } from '../../shared/text/draw.ts';
import { percentOf } from '../parts/chance.ts';

export interface Words {
  readonly text: VerifyText;
  readonly draws: DrawText;
  readonly comma: string;
}

/** The sentence of a step that holds; null where the step says nothing besides its name. */
export function explain(
  name: CheckName,
  draw: DrawProof,
  { lock, computed, isBeaconChecked }: CheckedDraw,
  words: Words,
): string | null {
  const { explains } = words.text;
  if (!lock) return name === 'lock' ? explains.malformed : null;
  switch (name) {
    case 'lock':
      return lockSentence(lock, words);
    case 'seal':
      return sealSentence(lock, words);
    case 'shown':
      return explains.shown;
    case 'times':
      return explains.times(
        timeText(lock.locked_at),
        (('closed' in draw && draw.closed) || [])
          .map((at) => (at ? timeText(at) : '–'))
          .join(words.comma),
      );
    case 'sources':
      return sourceSentence(draw, lock, isBeaconChecked, words);
    case 'assurance': {
      const kind = draw.assurance;
      const say = isLots(lock) ? explains.assuranceLots : explains.assurance;
      return say(words.draws.assurances[kind], words.draws.assuranceWhy[kind]);
    }
    case 'record':
      return 'record' in draw ? explains.record(draw.record) : null;
    case 'replacements':
      return draw.status === 'result' ? explains.replacements(draw.replacements.length) : null;
    default:
      return computed && resultSentence(name, lock, computed, words);
  }
}

function lockSentence(lock: AnyLock, { text: { explains } }: Words): string {
  const { length } = lock.pool;
  if (isLots(lock)) return explains.lockLots(length, lock.rule.k, lock.rule.m);
  const { rule } = lock;
  const k =
    rule.kind === 'fixed' ? Object.values(rule.take).reduce((sum, n) => sum + n, 0) : rule.k;
  return explains.lock(length, k, lock.excluded.length);
}

/** Of those left out some may not have been sealed either: the list that tells stays in the worker. */
function sealSentence({ sealed = '', added = [], excluded }: AnyLock, words: Words): string {
  return words.text.explains.seal(sealed, added.length, excluded.length);
}

function sourceSentence(
  draw: DrawProof,
  lock: AnyLock,
  isBeaconChecked: boolean,
  { text }: Words,
): string | null {
  if (!('entropy' in draw)) return null;
  const said = lock.entropy.map((source, n) => {
    const part = draw.entropy[n] ?? '';
    switch (source.type) {
      case 'dice10':
      case 'dice6':
        return text.source.dice(part);
      case 'digits':
        return text.source.digits(part);
      case 'salt':
        return text.source.salt;
      case 'drand':
        return isBeaconChecked
          ? text.source.drand(source.round)
          : text.source.drandUnchecked(source.round);
      case 'phones': {
        const proof = draw.proofs.find((one) => one.type === 'phones' && one.source === n);
        return text.source.phones(proof?.type === 'phones' ? proof.typed.length : 0);
      }
      default:
        return source satisfies never;
    }
  });
  // A line each.
  return said.join('\n');
}

function resultSentence(
  name: CheckName,
  lock: AnyLock,
  computed: NonNullable<CheckedDraw['computed']>,
  { text: { explains }, comma }: Words,
): string | null {
  const chance = (one: string) => explains.chance(percentOf(one), one.replace('/', ' / '));
  const chances: readonly string[] = Object.values<string | readonly string[]>(
    computed.inclusion,
  ).flat();
  const byChance = [...chances].sort((a, b) => valueOf(a) - valueOf(b)).map(chance);
  switch (name) {
    case 'list': {
      if (!isLots(lock)) return null;
      const { m } = lock.rule;
      const counts = chances.map((one) => Math.round(valueOf(one) * m));
      return explains.list(m, Math.min(...counts), Math.max(...counts));
    }
    case 'seed':
      return explains.seed(computed.seed);
    case 'numbering': {
      if (!isLots(lock) || !('made' in computed)) return null;
      const { made, number, panel } = computed;
      const perSeat = (made / (lock.rule.m * lock.rule.k)).toFixed(1);
      return explains.numbering(made, perSeat, number, panel);
    }
    case 'cells': {
      const all = Object.entries(computed.quota);
      // Of several attributes most cells give nobody.
      const cells = all.length > MANY_CELLS ? all.filter(([, n]) => n > 0) : all;
      if (all.length === 1) return explains.oneCell(cells[0]?.[1] ?? 0);
      return explains.cells(cells.map(([cell, n]) => `${cell} ${String(n)}`).join(comma));
    }
    case 'drawn':
      return 'number' in computed ? explains.drawnLots(computed.number) : explains.drawn;
    case 'reserve':
      return explains.reserve(Object.values(computed.reserve).flat().length);
    case 'chances':
      return explains.chances(byChance[0] ?? '', byChance.at(-1) ?? '');
    default:
      return null;
  }
}

/** More cells than this are told only as far as somebody of them is drawn. */
const MANY_CELLS = 12;

function valueOf(fraction: string): number {
  const [n = 0, d = 1] = fraction.split('/').map(Number);
  return n / d;
}

function timeText(at: string): string {
  return at.replace('T', ' ').replace('Z', ' UTC');
}

/** What differs, as a sentence. */
export function findingText(finding: CheckFinding, draw: DrawProof, words: Words): string {
  const { finding: said } = words.text;
  switch (finding.code) {
    case 'lock-malformed':
      return said.lock[finding.flaw];
    case 'list-malformed':
      return said.list[finding.flaw];
    case 'entropy-flawed':
      return said.entropy[finding.flaw];
    case 'lock-hash-differs':
      return said.lockHash(finding.computed, digitOf(draw.shown, finding.computed));
    case 'closing-times-malformed':
      return said.times;
    case 'source-closed-before-lock':
    case 'beacon-before-close':
    case 'digits-before-numbering':
      return said.early(finding.source + 1);
    case 'proof-differs':
      return said.proofDiffers(finding.source + 1);
    case 'proof-missing':
      return said.proofMissing(finding.source + 1);
    case 'beacon-unsigned':
      return said.unsigned(finding.source + 1);
    case 'seal-differs':
      return sealText(finding.finding, said);
    case 'words-differ':
      return said.wordsDiffer(finding.source + 1);
    case 'assurance-differs':
      return said.assurance(words.draws.assurances[finding.computed]);
    case 'result-differs':
      return finding.key;
    case 'differs':
      return said.differs(finding);
    case 'panel-differs':
      return said.panel(finding.panel, finding.has, finding.lacks);
    case 'replacement-false':
      return said.replacement(finding.n + 1);
    default:
      return finding satisfies never;
  }
}

function sealText(finding: SealFinding, said: Words['text']['finding']): string {
  if ('id' in finding) return said.seal[finding.code](finding.id);
  return said.seal[finding.code];
}

/** The cell whose tickets are shown: the first of which some are drawn and some are not, else the first of all. */
export function shownCell({ lock, computed }: CheckedDraw): string | null {
  if (!lock || !computed || 'number' in computed) return null;
  const cells = Object.keys(computed.quota);
  const isMixed = (cell: string) =>
    (own(computed.quota, cell) ?? 0) > 0 && (own(computed.reserve, cell) ?? []).length > 0;
  return cells.find(isMixed) ?? cells[0] ?? null;
}
