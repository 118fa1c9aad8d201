// Bytes to text: UTF-8 with or without its mark, UTF-16 with it, GB18030 where it is neither.
import { FileFlaw } from './file-flaw.ts';

/** No text file holds these; nearly every other file does. */
// eslint-disable-next-line no-control-regex
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/** Throws a `FileFlaw` for what is no text, or text in an encoding that cannot be told. */
export function plainText(bytes: Uint8Array): string {
  const mark = markOf(bytes);
  const encodings = mark === null ? ['utf-8', 'gb18030'] : [mark];
  for (const encoding of encodings) {
    const text = decoded(bytes, encoding);
    if (text === null) continue;
    if (BINARY.test(text)) throw new FileFlaw({ sheet: '', code: 'not-a-table' });
    return text;
  }
  const code = BINARY.test(Buffer.from(bytes).toString('latin1'))
    ? 'not-a-table'
    : 'unknown-encoding';
  throw new FileFlaw({ sheet: '', code });
}

function markOf([a, b]: Uint8Array): string | null {
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
