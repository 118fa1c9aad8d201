// Logging in by name and passphrase: who is tried, in which order, and whose wrong tries count against whom.
import type { StaffId } from '../../shared/ids.ts';
import type { Answer } from '../../shared/protocol.ts';
import type { ServerFile } from '../store/server-file.ts';
import type { Staff } from '../store/server-rows.ts';
import { Attempts } from './attempts.ts';
import type { Passphrases } from './passphrase.ts';
import { newToken, tokenHash, type RandomBytes } from './tokens.ts';

/** Browsers of one account; beyond that the one that logged in longest ago is a stranger again. */
const MOST_DEVICES = 20;

export interface LoginTry {
  readonly name: string;
  readonly passphrase: string;
  /** What the browser shows of having logged in to this account before. */
  readonly device: (staff: StaffId) => string | undefined;
}

export type Login = Answer<{ readonly staff: Staff }>;

interface LoginParts {
  readonly serverFile: ServerFile;
  readonly passphrases: Passphrases;
  readonly now: () => number;
  readonly random: RandomBytes;
}

/**
 * Nobody who holds no passphrase keeps its owner out. Wrong tries lock a name for all browsers that have never logged in
 * by it; one that has is counted by itself, and is served before all others. Who comes on a new device while somebody
 * goes on guessing needs a link: of a moderator, or from the server's own terminal.
 *
 * What is accepted: while somebody floods the queue, known names are served before unknown ones, and waiting tells which
 * is which; a name that is locked is known, too.
 */
export class Logins {
  readonly #parts: LoginParts;
  readonly #attempts: Attempts;
  /** What is being checked: one try at a time of each key, so that a volley cannot outrun the lock. */
  readonly #checking = new Set<string>();

  constructor(parts: LoginParts) {
    this.#parts = parts;
    this.#attempts = new Attempts(parts.now);
  }

  async check({ name, passphrase, device }: LoginTry): Promise<Login> {
    const { serverFile } = this.#parts;
    const found = serverFile.staffByName(name);
    if (!found) return this.#stranger(passphrase);
    const token = device(found.id);
    const hash = token === undefined ? null : tokenHash(token);
    const own = hash !== null && serverFile.isDeviceOf(hash, found.id);
    return this.#known(found, passphrase, own ? hash : null);
  }

  /**
   * Remembers the browser that has just logged in.
   *
   * @param shown the token that it brought; one that is not this account's own may be known to whoever planted it
   * @returns the token that it keeps from now on
   */
  keep(staff: StaffId, shown: string | undefined): string {
    const { serverFile, now, random } = this.#parts;
    const isOurs = shown !== undefined && serverFile.isDeviceOf(tokenHash(shown), staff);
    const token = isOurs ? shown : newToken(random);
    serverFile.keepDevice(tokenHash(token), staff, now(), MOST_DEVICES);
    return token;
  }

  /** @param device its hash, where it has logged in to this account before */
  async #known(staff: Staff, passphrase: string, device: string | null): Promise<Login> {
    const attempts = this.#attempts;
    const guarded = device === null && attempts.underAttack;
    const key = device ?? staff.id;
    if (attempts.isLocked(key)) return locked(device !== null);
    if (this.#checking.has(key)) return { ok: false, refusal: { code: 'busy' } };
    this.#checking.add(key);
    const checked = await this.#parts.passphrases
      .verify(passphrase, staff.passphrase, device === null ? 'known' : 'trusted')
      .finally(() => this.#checking.delete(key));
    if (!checked.ok) return checked;
    if (checked.value) {
      attempts.succeeded(key);
      // Said to nobody but whoever knows the passphrase: who has an account here is not for strangers.
      return staff.disabled
        ? { ok: false, refusal: { code: 'account-shut' } }
        : { ok: true, staff };
    }
    attempts.failed(key);
    return guarded ? locked(false) : WRONG;
  }

  /** A name that nobody has is answered like one that somebody has. */
  async #stranger(passphrase: string): Promise<Login> {
    // While someone is guessing, they are not hashed for: that would be work for nobody.
    if (this.#attempts.underAttack) return locked(false);
    const checked = await this.#parts.passphrases.verify(passphrase, null, 'unknown');
    if (!checked.ok) return checked;
    this.#attempts.failed(null);
    return WRONG;
  }
}

const WRONG: Login = { ok: false, refusal: { code: 'wrong-passphrase' } };

function locked(here: boolean): Login {
  return { ok: false, refusal: { code: 'login-locked', here } };
}
