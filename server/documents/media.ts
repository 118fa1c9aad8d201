// What a document is, told by its content; its name may say less, but nothing else.
import type { DocumentMedia } from '../../shared/meeting/people.ts';
import { FileFlaw } from '../roster/file-flaw.ts';
import { plainText } from '../roster/plain-text.ts';

type Family = 'pdf' | 'image' | 'text';

/** Kinds of names that we know. A photograph is often named for another kind of picture than it is. */
const FAMILY: ReadonlyMap<string, Family> = new Map<string, Family>([
  ['pdf', 'pdf'],
  ['jpg', 'image'],
  ['jpeg', 'image'],
  ['png', 'image'],
  ['webp', 'image'],
  ['txt', 'text'],
  ['text', 'text'],
  ['md', 'text'],
  ['markdown', 'text'],
]);

const MAGIC: readonly (readonly [DocumentMedia, Family, RegExp])[] = [
  ['application/pdf', 'pdf', /^%PDF-\d/],
  ['image/jpeg', 'image', /^\xff\xd8\xff/],
  // eslint-disable-next-line no-control-regex
  ['image/png', 'image', /^\x89PNG\r\n\x1a\n/],
  ['image/webp', 'image', /^RIFF[^]{4}WEBP/],
];

/**
 * The media of a document, or null for what is not taken. Binary kinds are known by their first bytes alone; text has
 * none, so it must also be named as text. Whether it is text throughout says {@link textOf}.
 *
 * @param head the first bytes, as many as there are
 */
export function mediaOf(head: Uint8Array, name: string): DocumentMedia | null {
  const extension = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const named = FAMILY.get(extension);
  const latin1 = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1');
  for (const [media, family, magic] of MAGIC)
    if (magic.test(latin1)) return named === undefined || named === family ? media : null;
  if (named !== 'text') return null;
  return extension === 'md' || extension === 'markdown' ? 'text/markdown' : 'text/plain';
}

/** A page or a drawing that scripts could hide in: no report, whatever it calls itself. */
const MARKUP = /^\s*(?:<\?xml|<!doctype|<(?:html|head|body|script|svg|iframe|math)\b)/i;

/** A text file's content, or null where it is no text, in no known encoding, blank, or a web page or SVG. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    const { text, broken } = plainText(bytes);
    return broken > 0 || text.trim() === '' || MARKUP.test(text) ? null : text;
  } catch (error) {
    if (error instanceof FileFlaw) return null;
    throw error;
  }
}
