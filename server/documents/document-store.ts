// A meeting's reports on disk: each under the hash of its bytes, written aside and renamed, so that a name never shows half
// a file.
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { open, rename, rm, stat, statfs, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentMedia } from '../../shared/meeting/people.ts';
import { LOW_DISK } from '../disk.ts';
import { codeOf, isDiskFull } from '../error-code.ts';
import { inTurn } from '../in-turn.ts';
import { isThere } from '../meeting-folder.ts';
import { syncFolder } from '../store/database.ts';
import { linkOrCopy } from './link-or-copy.ts';
import { mediaOf, textOf } from './media.ts';

/** Largest document, and largest text: beyond that nobody reads it on a phone. Megabytes of 1,000,000 bytes. */
export const MAX_MEGABYTES = 20;
export const MAX_TEXT_MEGABYTES = 1;

export interface Stored {
  readonly hash: string;
  readonly bytes: number;
  readonly media: DocumentMedia;
}

export type Taken =
  | { readonly ok: true; readonly stored: Stored }
  /** `gone`: the folder is not there any more, most likely because its meeting was deleted meanwhile. */
  | { readonly ok: false; readonly flaw: 'media' | 'no-room' | 'gone' }
  | { readonly ok: false; readonly flaw: 'too-large'; readonly maxMegabytes: number };

/** Not finished; copies pass these by, and the next opening of the meeting throws them away. */
const PART = '.part';
const HASH = /^[0-9a-f]{64}$/;
/** What is looked at to tell the media. */
const HEAD = 1024;
/** How many times too large a document may be before the connection is cut. */
const PATIENCE = 5;

export class DocumentStore {
  readonly folder: string;

  /** Makes the folder where the meeting has none yet, and sweeps what an upload left when the machine died. */
  constructor(folder: string) {
    this.folder = folder;
    if (!isThere(folder)) mkdirSync(folder, { mode: 0o700 });
    for (const name of readdirSync(this.folder))
      if (name.endsWith(PART)) rmSync(join(this.folder, name), { force: true });
  }

  /**
   * One piece of work after the other: a document is put in its place and attached, or found to be nobody's and removed.
   * Side by side, a removal would take the file that an upload has just found there.
   */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    return inTurn(this, work);
  }

  /**
   * Takes a document: when `attach` is called, the bytes are on disk under their hash. The same content is one file,
   * however often and under whatever names it comes. A text is kept as UTF-8, whatever it came in.
   *
   * @param name decides between plain text and Markdown, and must not contradict the content
   * @param attach gives the document to whom it belongs, in turn; where it answers false, a file that was not there
   *   before goes again
   */
  async take(
    body: AsyncIterable<Uint8Array>,
    name: string,
    attach: (stored: Stored) => Promise<boolean>,
  ): Promise<Taken> {
    const part = this.#part();
    let file: FileHandle | null = null;
    try {
      file = await open(part, 'wx+', 0o600);
      const taken = await this.#write(file, body, name);
      if (!taken.ok) return taken;
      await file.sync();
      const { stored } = taken;
      await this.inTurn(async () => {
        const isNew = (await this.bytes(stored.hash)) === null;
        await rename(part, this.#path(stored.hash));
        syncFolder(this.folder);
        if (!(await attach(stored)) && isNew) this.remove(stored.hash);
      });
      return taken;
    } catch (error) {
      if (isDiskFull(error)) return { ok: false, flaw: 'no-room' };
      if (codeOf(error) === 'ENOENT') return { ok: false, flaw: 'gone' };
      throw error;
    } finally {
      await file?.close();
      await rm(part, { force: true });
    }
  }

  /** Has another meeting's documents as well, from now on, whatever becomes of that one. What that one lacks, this one does. */
  takeFrom(other: DocumentStore, hashes: Iterable<string>): void {
    for (const hash of hashes)
      if (isThere(other.#path(hash))) linkOrCopy(other.#path(hash), this.#path(hash), this.#part());
    syncFolder(this.folder);
  }

  /** What lies here under this hash, told anew under a name; null where nothing does, or the name contradicts it. */
  async find(hash: string, name: string): Promise<Stored | null> {
    const bytes = await this.bytes(hash);
    if (bytes === null) return null;
    const file = await open(this.#path(hash), 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
      const media = mediaOf(buffer.subarray(0, bytesRead), name);
      return media && { hash, bytes, media };
    } finally {
      await file.close();
    }
  }

  /** Its size, or null where no such document lies here. */
  async bytes(hash: string): Promise<number | null> {
    if (!HASH.test(hash)) return null;
    try {
      return (await stat(this.#path(hash))).size;
    } catch {
      return null;
    }
  }

  /** Only what was never attached, and {@link inTurn}. */
  remove(hash: string): void {
    rmSync(this.#path(hash), { force: true });
  }

  #part(): string {
    return join(this.folder, randomBytes(16).toString('hex') + PART);
  }

  #path(hash: string): string {
    if (!HASH.test(hash)) throw new Error('not a hash');
    return join(this.folder, hash);
  }

  async #write(file: FileHandle, body: AsyncIterable<Uint8Array>, name: string): Promise<Taken> {
    const most = MAX_MEGABYTES * 1_000_000;
    const hash = createHash('sha256');
    let bytes = 0;
    let head = Buffer.alloc(0);
    let room = true;
    for await (const chunk of body) {
      bytes += chunk.length;
      // Read to its end all the same: a browser that is still sending would not hear our answer.
      if (bytes > PATIENCE * most) break;
      if (bytes > most || !room) continue;
      if (head.length < HEAD) head = Buffer.concat([head, chunk.subarray(0, HEAD - head.length)]);
      hash.update(chunk);
      room = await written(file, chunk);
    }
    if (bytes > most) return { ok: false, flaw: 'too-large', maxMegabytes: MAX_MEGABYTES };
    if (!room) return { ok: false, flaw: 'no-room' };
    // A disk that documents have filled would stop the voting.
    const { bavail, bsize } = await statfs(this.folder);
    if (bavail * bsize < LOW_DISK) return { ok: false, flaw: 'no-room' };
    const media = bytes === 0 ? null : mediaOf(head, name);
    if (media === null) return { ok: false, flaw: 'media' };
    if (media !== 'text/plain' && media !== 'text/markdown')
      return { ok: true, stored: { hash: hash.digest('hex'), bytes, media } };
    if (bytes > MAX_TEXT_MEGABYTES * 1_000_000)
      return { ok: false, flaw: 'too-large', maxMegabytes: MAX_TEXT_MEGABYTES };
    return rewritten(file, bytes, media);
  }
}

/** The file's text as UTF-8 in its place. */
async function rewritten(file: FileHandle, bytes: number, media: DocumentMedia): Promise<Taken> {
  const raw = Buffer.alloc(bytes);
  for (let at = 0; at < bytes;) {
    const { bytesRead } = await file.read(raw, at, bytes - at, at);
    if (bytesRead === 0) throw new Error('the file ended before its time');
    at += bytesRead;
  }
  const text = textOf(raw);
  if (text === null) return { ok: false, flaw: 'media' };
  const utf8 = Buffer.from(text);
  await file.truncate(0);
  await writeAll(file, utf8, 0);
  const hash = createHash('sha256').update(utf8).digest('hex');
  return { ok: true, stored: { hash, bytes: utf8.length, media } };
}

/** False where the disk is full. */
async function written(file: FileHandle, chunk: Uint8Array): Promise<boolean> {
  try {
    await writeAll(file, chunk);
    return true;
  } catch (error) {
    if (isDiskFull(error)) return false;
    throw error;
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array, position?: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const at = position === undefined ? null : position + done;
    done += (await file.write(bytes, done, bytes.length - done, at)).bytesWritten;
  }
}
