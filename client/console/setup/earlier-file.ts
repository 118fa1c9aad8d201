// A file of who was drawn before: a proof file of draws, or a list of ids and names.
import { drawnInProof } from '../../../shared/draw/drawn-in-proof.ts';
import { LONGEST_PROOF, readProof } from '../../../shared/draw/proof.ts';
import { readJson } from '../../../shared/draw/strict-json.ts';
import {
  entriesOf,
  type EarlierEntry,
  type Listed,
} from '../../../shared/meeting/draws/earlier.ts';
import { PURPOSES } from '../../../shared/meeting/draws/purposes.ts';
import { own } from '../../../shared/own.ts';

/** Those of one draw, or of a list. */
export interface EarlierList {
  /** As `verification`; '' of a list. */
  readonly draw: string;
  readonly lockedAt: string;
  readonly entries: readonly EarlierEntry[];
}

/** A list longer than this is no list of a meeting. */
const LONGEST_LIST = 2 * 1024 * 1024;

/**
 * @param of whom is drawn here: a file's draws of the others are passed over
 * @returns null where it is neither, as the bytes of a spreadsheet are not
 */
export function readEarlier(
  text: string,
  of: 'people' | 'units',
  present: readonly Listed[],
): readonly EarlierList[] | null {
  if (text.length > LONGEST_PROOF) return null;
  if (isProof(text)) {
    const json = readJson(text);
    const proof = json.ok ? readProof(json.value) : null;
    if (!proof?.ok) return null;
    return drawnInProof(proof.file).flatMap(({ draw, lockedAt, ids }) => {
      const purpose = own(
        PURPOSES as Readonly<Record<string, { of: string; orders: boolean }>>,
        draw,
      );
      if (purpose && (purpose.of !== of || purpose.orders)) return [];
      return [{ draw, lockedAt, entries: ids.map((id) => ({ id, name: null })) }];
    });
  }
  // A spreadsheet's bytes are no text.
  if (text.length > LONGEST_LIST || text.includes('\u0000') || text.includes('\ufffd')) return null;
  const entries = entriesOf(text, present);
  return entries.length === 0 ? [] : [{ draw: '', lockedAt: '', entries }];
}

/** Whether a text is meant to be a file of draws, whatever stands in it. */
export function isProof(text: string): boolean {
  return /^\s*\{/.test(text);
}

/** A file's text: UTF-8, or as spreadsheets of Chinese offices save it. */
export async function textOf(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
