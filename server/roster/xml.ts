// Walks through the XML of a workbook's part, strictly: no document types, no entities but XML's own five.
import { damaged } from './file-flaw.ts';

export interface XmlVisitor {
  /** Names come without their prefix; `attributes` are as written, for {@link attribute}. */
  readonly open?: (name: string, attributes: string) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

const MAX_DEPTH = 100;
const TAG = /<(\/?)([^\s/<>="']+)((?:\s+[^\s=<>"']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));|&/g;
const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Throws a `FileFlaw` where the text is not well-formed, is cut off, or declares a document type. */
export function walkXml(xml: string, { open, close, text }: XmlVisitor): void {
  const path: string[] = [];
  let seen = false;
  let at = xml.startsWith('\ufeff') ? 1 : 0;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const end = next < 0 ? xml.length : next;
    if (end > at) {
      const between = xml.slice(at, end);
      if (path.length > 0) text?.(decoded(between));
      else if (between.trim() !== '') throw damaged();
    }
    if (next < 0) break;
    const second = xml[next + 1];
    if (second === '?') at = after(xml, '?>', next);
    else if (second === '!') {
      if (xml.startsWith('<!--', next)) at = after(xml, '-->', next + 4);
      else if (xml.startsWith('<![CDATA[', next) && path.length > 0) {
        at = after(xml, ']]>', next + 9);
        text?.(xml.slice(next + 9, at - 3));
      } else throw damaged();
    } else {
      const tag = tagAt(xml, next);
      if (!tag) throw damaged();
      at = next + tag[0].length;
      const [, ends, fullName = '', attributes = '', empty] = tag;
      const name = unprefixed(fullName);
      if (ends === '/') {
        if (path.pop() !== fullName) throw damaged();
        close?.(name);
      } else {
        if (path.length === 0 && seen) throw damaged();
        seen = true;
        open?.(name, attributes);
        if (empty === '/') close?.(name);
        else if (path.push(fullName) > MAX_DEPTH) throw damaged();
      }
    }
  }
  if (path.length > 0 || !seen) throw damaged();
}

/** The tag that begins there; null where there is none, or one of megabytes, for which an expression has no room. */
function tagAt(xml: string, next: number): RegExpExecArray | null {
  TAG.lastIndex = next;
  try {
    return TAG.exec(xml);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The value of one attribute, by its name without prefix, or null. */
export function attribute(attributes: string, name: string): string | null {
  // Most tags have one or two: looking for the name is quicker than taking all apart.
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes[at - 1] ?? ' ';
    if (!/[\s:]/.test(before)) continue;
    const value = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(at + name.length));
    if (value) return decoded(value[1] ?? value[2] ?? '');
  }
  return null;
}

/** The text of a part: UTF-8 as a rule, UTF-16 with its mark. */
export function xmlText(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw damaged();
  }
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  if (found < 0) throw damaged();
  return found + mark.length;
}

function unprefixed(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (_, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return NAMED.get(name) ?? '';
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : parseInt(decimal, 10);
    // A bare & leaves NaN, and what lies beyond Unicode is no character.
    if (!(code <= 0x10ffff)) throw damaged();
    return String.fromCodePoint(code);
  });
}
