// What --url leads to: a rehearsal whose phones we are, or a server on which we lead one ourselves.

export type Link =
  | {
      readonly kind: 'phones';
      readonly origin: string;
      readonly meeting: string;
      readonly key: string;
    }
  | { readonly kind: 'meeting'; readonly origin: string; readonly meeting: string }
  | { readonly kind: 'invitation'; readonly origin: string; readonly url: string }
  | { readonly kind: 'server'; readonly origin: string };

/** null for what is no address of ours. */
export function readLink(text: string): Link | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const { origin, hash } = url;
  if (!/^https?:$/.test(url.protocol)) return null;
  const [, meeting, page] = /^\/m\/([a-z0-9-]{1,32})(?:\/(\w+))?/.exec(url.pathname) ?? [];
  if (meeting !== undefined)
    return page === 'rehearse' && hash.length > 1
      ? { kind: 'phones', origin, meeting, key: hash.slice(1) }
      : { kind: 'meeting', origin, meeting };
  if (hash.startsWith('#invite=')) return { kind: 'invitation', origin, url: text };
  return { kind: 'server', origin };
}
