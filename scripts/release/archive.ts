// Archives whose bytes follow from their entries alone: sorted, with one time for all, no owner, no machine.
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';

export interface Entry {
  /** With slashes, in ASCII, without one at the beginning. */
  readonly path: string;
  readonly bytes: Buffer;
  readonly executable?: boolean;
}

const BLOCK = 512;

/** @param time seconds since 1970 */
export function tarGz(entries: readonly Entry[], time: number): Buffer {
  const blocks = sorted(entries).flatMap(({ path, bytes, executable = false }) => [
    tarHeader(path, bytes.length, executable ? '755' : '644', time),
    bytes,
    Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK),
  ]);
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]), { level: 9 });
}

/** POSIX ustar. Folders come by the paths of what lies in them. */
function tarHeader(path: string, size: number, mode: string, time: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  const [prefix, name] = splitName(path);
  const octal = (value: number, width: number) => value.toString(8).padStart(width - 1, '0');
  const fields: readonly (readonly [at: number, text: string])[] = [
    [0, name],
    [100, mode.padStart(7, '0')],
    [108, octal(0, 8)],
    [116, octal(0, 8)],
    [124, octal(size, 12)],
    [136, octal(time, 12)],
    // The sum is taken with spaces in its own place.
    [148, ' '.repeat(8)],
    [156, '0'],
    [257, 'ustar\0' + '00'],
    [345, prefix],
  ];
  for (const [at, text] of fields) header.write(text, at, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${octal(sum, 7)}\0 `, 148, 'latin1');
  return header;
}

/** Longer paths are cut at a slash: 155 bytes before it, 100 after. */
function splitName(path: string): readonly [prefix: string, name: string] {
  if (path.length <= 100) return ['', path];
  const cut = path.indexOf('/', path.length - 101);
  if (cut < 0 || cut > 155) throw new Error(`too long for an archive: ${path}`);
  return [path.slice(0, cut), path.slice(cut + 1)];
}

/** @param time seconds since 1970 */
export function zip(entries: readonly Entry[], time: number): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, bytes } of sorted(entries)) {
    const packed = deflateRawSync(bytes, { level: 9 });
    const name = Buffer.from(path, 'latin1');
    // Version, flags, method, time, date, checksum, both sizes, length of the name: the same in both places.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(dosTime(time), 6);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    files.push(Buffer.from('PK\x03\x04', 'latin1'), common, name, packed);
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, rest, name);
    offset += 4 + common.length + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}

/** In UTC: the same wherever it is made. */
function dosTime(seconds: number): number {
  const at = new Date(1000 * seconds);
  const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return day * 0x10000 + time;
}

/** By code units: no locale has a say. */
function sorted(entries: readonly Entry[]): readonly Entry[] {
  return [...entries].sort((a, b) => (a.path < b.path ? -1 : 1));
}
