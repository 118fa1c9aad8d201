// The check of a meeting's file that runs while the meeting is served: how far it is, and who waits for it.
import type { FileCheck } from '../shared/views/console/file-check.ts';
import { CommitFailed } from './store/store-errors.ts';

export class FileChecking {
  #state: FileCheck = { phase: 'sound' };
  #running: Promise<string | null> | null = null;
  readonly #listeners = new Set<() => void>();

  get state(): FileCheck {
    return this.#state;
  }

  /** Resolves when the check is done; null where none is running. */
  get running(): Promise<unknown> | null {
    return this.#running;
  }

  /** Calls back whenever {@link state} has changed. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /**
   * Starts the check.
   *
   * @param of how many ballots there are
   * @param verify gives the place of the first damage, or null, and is handed what tells how far it is
   * @returns what `verify` gives; null as well where the store was closed before that was known
   */
  run(
    of: number,
    verify: (told: (checked: number) => void) => Promise<string | null>,
  ): Promise<string | null> {
    const told = (checked: number) => this.#tell({ phase: 'checking', checked, of });
    told(0);
    return (this.#running = this.#finish(verify(told)));
  }

  async #finish(verifying: Promise<string | null>): Promise<string | null> {
    let place: string | null;
    try {
      place = await verifying;
    } catch (error) {
      if (error instanceof CommitFailed && error.fault === 'gone') return null;
      // A disk that cannot be read is no better than one that was read wrongly.
      place = String(error);
    } finally {
      this.#running = null;
    }
    this.#tell(place === null ? { phase: 'sound' } : { phase: 'damaged', place });
    return place;
  }

  #tell(state: FileCheck): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
