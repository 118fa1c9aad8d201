// Takes folders of meetings on that no list names: put there by hand, from another server or its copies.
import { join } from 'node:path';
import type { Instant } from '../shared/instant.ts';
import type { MeetingId } from '../shared/ids.ts';
import { fileOf, meetingsFound } from './meeting-folder.ts';
import type { UnopenedMeeting } from './open-hall.ts';
import { openMeetingFile } from './store/meeting-file.ts';
import type { ServerFile } from './store/server-file.ts';
import { DamagedFile, NewerFile, type OpeningFailure } from './store/store-errors.ts';

/** The names in the folder are looked at no more often, in milliseconds. */
const SCAN_MS = 1000;
/** A folder that could not be read is tried again after this. */
const RETRY_MS = 10_000;

export interface AdoptionParts {
  readonly folder: string;
  readonly server: ServerFile;
  readonly now: () => Instant;
  /** One that is being made here has a folder before it is on the list. */
  readonly isOurs: (id: MeetingId) => boolean;
}

export class Adoption {
  readonly #parts: AdoptionParts;
  readonly #refused = new Map<MeetingId, UnopenedMeeting & { readonly tried: number }>();
  #scanned = -Infinity;

  constructor(parts: AdoptionParts) {
    this.#parts = parts;
  }

  /** Folders that could not be taken on when they were last looked at, each under the name of its folder. */
  get refused(): readonly UnopenedMeeting[] {
    return [...this.#refused.values()];
  }

  /** Puts every unlisted meeting on the list. Not a byte of its file is changed by that but for what each opening does. */
  scan(): void {
    const now = performance.now();
    if (now - this.#scanned < SCAN_MS) return;
    this.#scanned = now;
    const { folder, server, isOurs } = this.#parts;
    const listed = new Set(server.meetings().map(({ id }) => id));
    const found = meetingsFound(folder);
    for (const id of this.#refused.keys()) if (!found.includes(id)) this.#refused.delete(id);
    for (const id of found) {
      const tried = this.#refused.get(id)?.tried ?? -Infinity;
      if (listed.has(id) || isOurs(id) || now - tried < RETRY_MS) continue;
      const failure = this.#adopt(id);
      if (!failure) this.#refused.delete(id);
      else
        this.#refused.set(id, {
          ...failure,
          ...{ code: id, file: join(folder, fileOf(id)), tried: now },
        });
    }
  }

  #adopt(id: MeetingId): OpeningFailure | null {
    const { folder, server, now } = this.#parts;
    const read = codeIn(join(folder, fileOf(id)), id);
    if (!read.ok) return read;
    const entry = { id, code: read.code, file: fileOf(id), createdAt: now() };
    if (server.addMeeting(entry)) return null;
    return { ok: false, flaw: 'code-taken', detail: read.code };
  }
}

/** The code of the meeting whose database this is. */
function codeIn(
  path: string,
  id: MeetingId,
): { readonly ok: true; readonly code: string } | OpeningFailure {
  // Whether its head is in it is for the opening to see: told so, that one goes on without.
  const opening = openMeetingFile(path, { known: null });
  if (!opening.ok) return opening;
  try {
    const created = opening.file.eventsOf('MeetingCreated').at(0);
    return created?.id === id
      ? { ok: true, code: created.code }
      : { ok: false, flaw: 'damaged', detail: 'meta meeting' };
  } catch (error) {
    if (error instanceof DamagedFile) return { ok: false, flaw: 'damaged', detail: error.place };
    if (error instanceof NewerFile) return { ok: false, flaw: 'newer', detail: error.place };
    throw error;
  } finally {
    opening.file.close();
  }
}
