// The documents of every meeting that is open: each meeting's lie in its own folder.
import { resolve } from 'node:path';
import type { Hall } from '../hall.ts';
import { documentsBeside, fileOf, meetingsIn } from '../meeting-folder.ts';
import { DocumentStore } from './document-store.ts';

export class Documents {
  readonly #data: string;
  readonly #stores = new WeakMap<Hall, DocumentStore>();

  constructor(data: string) {
    this.#data = resolve(data);
  }

  /** The folder that all of them are in. */
  get root(): string {
    return meetingsIn(this.#data);
  }

  /** One store for as long as the hall is open. */
  of(hall: Hall): DocumentStore {
    const store =
      this.#stores.get(hall) ??
      new DocumentStore(resolve(this.#data, documentsBeside(fileOf(hall.world.meeting.id))));
    this.#stores.set(hall, store);
    return store;
  }
}
