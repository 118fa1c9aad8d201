// The parts of a zip file, unpacked one by one under hard limits: what the file says of its own sizes is never trusted.
import { crc32, inflateRawSync } from 'node:zlib';
import { codeOf } from '../error-code.ts';
import { damaged, FileFlaw, tooHeavy } from './file-flaw.ts';

const MEGABYTE = 1024 * 1024;
/** A workbook with a picture in each row stays below this. */
const MAX_ENTRIES = 5000;
const MAX_PART = 64 * MEGABYTE;
/** All parts of one file together: many entries can share one bomb. */
const MAX_UNPACKED = 96 * MEGABYTE;

const END_LENGTH = 22;
const MAX_COMMENT = 0xffff;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

export class Zip {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, Entry>;
  #left = MAX_UNPACKED;

  /** Throws a `FileFlaw` where the directory is cut off, contradicts the file, or is too long. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#entries = directory(this.#bytes);
  }

  has(name: string): boolean {
    return this.#entries.has(plain(name));
  }

  /** One part unpacked, or null where there is none. Throws a `FileFlaw` for what is damaged, locked or too large. */
  read(name: string): Buffer | null {
    const entry = this.#entries.get(plain(name));
    if (!entry) return null;
    if ((entry.flags & 1) !== 0) throw new FileFlaw({ sheet: '', code: 'password' });
    const limit = Math.min(MAX_PART, this.#left);
    // What turns out too large has cost as much as it was allowed to.
    this.#left -= limit;
    const unpacked = unpack(slice(this.#bytes, entry), entry.method, limit);
    this.#left += limit - unpacked.length;
    if (unpacked.length !== entry.unpacked || crc32(unpacked) !== entry.crc) throw damaged();
    return unpacked;
  }
}

/** Some writers use backslashes or other capitals than the names by which they refer to their parts. */
function plain(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function directory(bytes: Buffer): ReadonlyMap<string, Entry> {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) throw tooHeavy();
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let n = 0; n < count; n += 1) {
    if (at + ENTRY_LENGTH > end || bytes.readUInt32LE(at) !== 0x02014b50) throw damaged();
    const nameEnd = at + ENTRY_LENGTH + bytes.readUInt16LE(at + 28);
    const name = plain(bytes.toString('utf8', at + ENTRY_LENGTH, nameEnd));
    // Two parts of one name: readers disagree about which one counts.
    if (nameEnd > end || entries.has(name)) throw damaged();
    entries.set(name, {
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Where the directory's end stands: in the last bytes, before a comment at most. */
function endOf(bytes: Buffer): number {
  const least = Math.max(0, bytes.length - END_LENGTH - MAX_COMMENT);
  for (let at = bytes.length - END_LENGTH; at >= least; at -= 1)
    if (bytes.readUInt32LE(at) === 0x06054b50) return at;
  throw damaged();
}

function slice(bytes: Buffer, { at, packed }: Entry): Buffer {
  if (at + LOCAL_LENGTH > bytes.length || bytes.readUInt32LE(at) !== 0x04034b50) throw damaged();
  const start = at + LOCAL_LENGTH + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (start + packed > bytes.length) throw damaged();
  return bytes.subarray(start, start + packed);
}

function unpack(packed: Buffer, method: number, limit: number): Buffer {
  if (method === STORED) {
    if (packed.length > limit) throw tooHeavy();
    return packed;
  }
  if (method !== DEFLATED) throw damaged();
  try {
    return inflateRawSync(packed, { maxOutputLength: limit });
  } catch (error) {
    throw codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? tooHeavy() : damaged();
  }
}
