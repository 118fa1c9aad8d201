// Tagged SHA-256 fingerprints of everything hashed outside the draw, which has tags of its own (DRAW.md).
import { sha256 } from './sha256.ts';

export type FingerprintTag =
  | 'event'
  | 'public'
  | 'private'
  | 'ballot'
  | 'voter'
  | 'commitment'
  | 'salt'
  | 'rules'
  | 'results'
  | 'result';

/**
 * SHA-256 over `"kleroterion/<tag>/1" ‖ 00 ‖ text` as 64 hex digits. The tag keeps a hash of one kind from ever being
 * taken for a hash of another.
 */
export function fingerprint(tag: FingerprintTag, text: string): string {
  return sha256(`kleroterion/${tag}/1\0${text}`);
}
