// Staff passphrases: slow salted hashes, at most two at a time, so that a burst of logins cannot starve the hall; and those
// who are known before those who are not.
import { scrypt, timingSafeEqual } from 'node:crypto';
import type { RandomBytes } from './tokens.ts';

/** scrypt's parameters: N·r·128 bytes of memory, N·r·p of work. */
export interface ScryptCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

export type Hashed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: { readonly code: 'busy' } };

/**
 * Who waits before whom: a device that has logged in before or a link that stands, then names that somebody has, then
 * all others. Each rank has a queue of its own: whoever floods one of them delays those before it by no more than the
 * work at hand.
 */
export type Rank = 'trusted' | 'known' | 'unknown';

/** OWASP's choice for 32 MB. */
const COST: ScryptCost = { N: 2 ** 15, r: 8, p: 3 };
export const MAX_PASSPHRASE = 256;

const AT_ONCE = 2;
/** Of each rank. */
const MOST_WAITING = 20;
const KEY_BYTES = 32;

/** Hashes and checks passphrases, two at a time; a few of each rank wait, the rest are refused as `busy`. */
export class Passphrases {
  readonly #random: RandomBytes;
  readonly #cost: ScryptCost;
  /** In the order in which they are served. */
  readonly #waiting: Readonly<Record<Rank, (() => void)[]>> = {
    trusted: [],
    known: [],
    unknown: [],
  };
  #running = 0;

  /** @param cost smaller in tests only; a stored hash keeps the cost it was made with */
  constructor(random: RandomBytes, cost: ScryptCost = COST) {
    this.#random = random;
    this.#cost = cost;
  }

  /** The text to store: scrypt$N$r$p$salt$hash. For those alone whose link stands. */
  hash(passphrase: string): Promise<Hashed<string>> {
    const salt = Buffer.from(this.#random(16));
    const { N, r, p } = this.#cost;
    return this.#inTurn('trusted', async () => {
      const key = await derive(passphrase, salt, this.#cost);
      const parts = ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')];
      return parts.join('$');
    });
  }

  /**
   * Whether the passphrase is the stored one.
   *
   * @param stored null where there is no such account: that takes as long, so that time does not tell who exists
   */
  verify(passphrase: string, stored: string | null, rank: Rank): Promise<Hashed<boolean>> {
    const known = stored === null ? null : parse(stored);
    return this.#inTurn(rank, async () => {
      if (!known) {
        await derive(passphrase, Buffer.alloc(16), this.#cost);
        return false;
      }
      return timingSafeEqual(await derive(passphrase, known.salt, known.cost), known.key);
    });
  }

  async #inTurn<T>(rank: Rank, work: () => Promise<T>): Promise<Hashed<T>> {
    const queue = this.#waiting[rank];
    if (this.#running < AT_ONCE) this.#running += 1;
    else if (queue.length >= MOST_WAITING) return { ok: false, refusal: { code: 'busy' } };
    // Whoever ends hands the place on, so that the count stays as it is.
    else await new Promise<void>((resolve) => queue.push(resolve));
    try {
      return { ok: true, value: await work() };
    } finally {
      const next = Object.values(this.#waiting)
        .find(({ length }) => length > 0)
        ?.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}

function parse(stored: string) {
  const [kind, N, r, p, salt, key, ...rest] = stored.split('$');
  if (kind !== 'scrypt' || salt === undefined || key === undefined || rest.length > 0)
    throw new Error('a stored passphrase is of no known kind');
  return {
    cost: { N: Number(N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url'),
  };
}

function derive(passphrase: string, salt: Buffer, { N, r, p }: ScryptCost): Promise<Buffer> {
  // One passphrase typed on two keyboards may differ in form: NFKC makes it one (RFC 8265 is stricter on case only).
  const text = passphrase.normalize('NFKC');
  const options = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    scrypt(text, salt, KEY_BYTES, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
