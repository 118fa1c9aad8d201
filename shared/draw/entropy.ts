// Entropy: what the sources of a lock gave, whether it can be used, and how far it convinces (§2).

import { canonical } from './canonical.ts';
import { fromHex, tagged, toHex, utf8 } from './hash.ts';
import type { AnyLock, Source } from './lock-form.ts';
import { isHex64, isList } from './shape.ts';

/** Why an entropy does not answer the sources of its lock. */
export type EntropyFlaw =
  | 'not-strings'
  | 'source-count'
  | 'dice-count'
  | 'dice-digits'
  | 'drand-hex'
  | 'phones-hex'
  | 'salt-hex'
  | 'salt-not-opened';

/** Whom a draw can convince: everyone, those who took part, or only those who trust the operator. */
export type Assurance = 'public' | 'participants' | 'operator';

/** The first flaw of an entropy (one string for each source, in order), or null. */
export function checkEntropy(lock: AnyLock, entropy: unknown): EntropyFlaw | null {
  if (!isList(entropy) || !entropy.every((part) => typeof part === 'string')) return 'not-strings';
  if (entropy.length !== lock.entropy.length) return 'source-count';
  for (const [index, source] of lock.entropy.entries()) {
    const flaw = partFlaw(source, entropy[index] ?? '');
    if (flaw !== null) return flaw;
  }
  return null;
}

/**
 * The assurance of a draw by this lock, never overstated.
 *
 * @param facts `saltKeptApart`: the salt was kept on another device than the server until the
 * phones' list was closed and shown. A lock cannot say so itself.
 */
export function assurance(lock: AnyLock, facts: { readonly saltKeptApart: boolean }): Assurance {
  return assuranceOf(
    lock.entropy.map(({ type }) => type),
    facts,
  );
}

/** {@link assurance} of a lock that is still to be made, by the types of its sources. */
export function assuranceOf(
  sources: readonly Source['type'][],
  facts: { readonly saltKeptApart: boolean },
): Assurance {
  const types = new Set(sources);
  if (types.has('dice10') || types.has('dice6') || types.has('drand')) return 'public';
  const apart = types.has('phones') && types.has('salt') && facts.saltKeptApart;
  return apart ? 'participants' : 'operator';
}

/** What a salt (64 hex digits) is locked as: hex T("salt", bytes). @throws where it is not hex. */
export function saltCommit(salt: string): string {
  if (!isHex64(salt)) throw new RangeError('a salt is 64 lower-case hex digits');
  return toHex(tagged('salt', fromHex(salt)));
}

/**
 * The entropy of the phones: hex T("phones", C(strings in arrival order)).
 *
 * @throws NotCanonical where a string is not NFC: normalise what is typed before it is listed.
 */
export function phonesEntropy(typed: readonly string[]): string {
  return toHex(tagged('phones', utf8(canonical(typed))));
}

function partFlaw(source: Source, part: string): EntropyFlaw | null {
  switch (source.type) {
    case 'dice10':
      return diceFlaw(part, source.count, /^[0-9]*$/);
    case 'dice6':
      return diceFlaw(part, source.count, /^[1-6]*$/);
    case 'drand':
      return isHex64(part) ? null : 'drand-hex';
    case 'phones':
      return isHex64(part) ? null : 'phones-hex';
    case 'digits':
      return diceFlaw(part, source.count, /^[0-9]*$/);
    case 'salt':
      if (!isHex64(part)) return 'salt-hex';
      return saltCommit(part) === source.commit ? null : 'salt-not-opened';
    default:
      return source satisfies never;
  }
}

function diceFlaw(part: string, count: number, digits: RegExp): EntropyFlaw | null {
  if (!digits.test(part)) return 'dice-digits';
  return part.length === count ? null : 'dice-count';
}
