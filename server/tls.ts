// The certificate and key of a server that speaks TLS itself, read and tried before anything is served with them.
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';

/** PEM, as it lies in the files; the certificate with its chain. */
export interface TlsPair {
  readonly cert: Buffer;
  readonly key: Buffer;
}

export type TlsReading =
  | { readonly ok: true; readonly pair: TlsPair }
  | { readonly ok: false; readonly flaw: 'unreadable'; readonly file: string }
  /** They do not belong together, are no PEM, or the key wants a passphrase. */
  | { readonly ok: false; readonly flaw: 'unfit' };

export function readTls(certFile: string, keyFile: string): TlsReading {
  const files: Buffer[] = [];
  for (const file of [certFile, keyFile])
    try {
      files.push(readFileSync(file));
    } catch {
      return { ok: false, flaw: 'unreadable', file };
    }
  const [cert, key] = files;
  if (!cert || !key) return { ok: false, flaw: 'unfit' };
  try {
    createSecureContext({ cert, key });
    return { ok: true, pair: { cert, key } };
  } catch {
    return { ok: false, flaw: 'unfit' };
  }
}
